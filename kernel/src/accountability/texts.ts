const isOverdue = (left: string) => left.startsWith("overdue");

/** The reminders, in the language of the organisation's country. */
export const texts = {
  nb: {
    breach: (organisation: string, left: string) => ({
      subject: isOverdue(left)
        ? "Fristen for å melde et avvik er ute"
        : `Et avvik må meldes innen ${left} timer`,
      text: isOverdue(left)
        ? `${organisation} har et avvik som ikke er meldt til tilsynsmyndigheten innen fristen. Meld det nå, og skriv hvorfor det ble sent.`
        : `${organisation} har et avvik som skal være meldt til tilsynsmyndigheten innen ${left} timer, eller begrunnet.`,
    }),
    assessment: (organisation: string, left: string) => ({
      subject: isOverdue(left)
        ? "En vurdering skal gjøres på nytt nå"
        : "En vurdering skal snart gjøres på nytt",
      text: isOverdue(left)
        ? `Dagen ${organisation} satte for å gjøre en vurdering, revisjon eller rutine på nytt, er kommet.`
        : `Innen 30 dager skal ${organisation} gjøre en vurdering, revisjon eller rutine på nytt.`,
    }),
    seeIt: "Se den her:",
  },
  sv: {
    breach: (organisation: string, left: string) => ({
      subject: isOverdue(left)
        ? "Fristen för att anmäla en incident har gått ut"
        : `En incident måste anmälas inom ${left} timmar`,
      text: isOverdue(left)
        ? `${organisation} har en incident som inte har anmälts till tillsynsmyndigheten inom fristen. Anmäl den nu, och skriv varför det blev sent.`
        : `${organisation} har en incident som ska vara anmäld till tillsynsmyndigheten inom ${left} timmar, eller motiverad.`,
    }),
    assessment: (organisation: string, left: string) => ({
      subject: isOverdue(left) ? "En bedömning ska göras om nu" : "En bedömning ska snart göras om",
      text: isOverdue(left)
        ? `Dagen som ${organisation} har satt för att göra om en bedömning, granskning eller rutin är här.`
        : `Inom 30 dagar ska ${organisation} göra om en bedömning, granskning eller rutin.`,
    }),
    seeIt: "Se den här:",
  },
};
