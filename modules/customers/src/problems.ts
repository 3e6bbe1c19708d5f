import { defineProblems } from "@terskel/platform/problems";

export const { problem } = defineProblems({
  "contact-exists": {
    status: 409,
    title: {
      nb: "En kontaktperson har denne e-postadressen allerede.",
      sv: "En kontaktperson har redan den här e-postadressen.",
      en: "A contact person has this e-mail address already.",
    },
  },
  "contact-objected": {
    status: 409,
    title: {
      nb: "Personen har sagt nei til markedsføring. Adressen kan ikke byttes, for da ville det begynne igjen.",
      sv: "Personen har sagt nej till marknadsföring. Adressen kan inte bytas, för då skulle det börja igen.",
      en: "The person has said no to marketing. The address cannot be changed, for then it would begin again.",
    },
  },
  "last-contact-ahead": {
    status: 422,
    title: {
      nb: "Siste kontakt kan ikke ligge i fremtiden, og ikke mer enn tre år tilbake.",
      sv: "Senaste kontakten kan inte ligga i framtiden, och inte mer än tre år tillbaka.",
      en: "The last contact cannot be in the future, and no more than three years ago.",
    },
  },
  "mailing-sent-already": {
    status: 409,
    title: {
      nb: "Utsendelsen er sendt. Den kan ikke endres eller sendes igjen.",
      sv: "Utskicket är skickat. Det kan inte ändras eller skickas igen.",
      en: "The mailing has been sent. It cannot be changed or sent again.",
    },
  },
  "mailing-language-missing": {
    status: 422,
    title: {
      nb: "Noen av mottakerne leser et språk som utsendelsen ikke er skrevet på.",
      sv: "Några av mottagarna läser ett språk som utskicket inte är skrivet på.",
      en: "Some of the recipients read a language that the mailing is not written in.",
    },
  },
  "mailing-recipients-changed": {
    status: 409,
    title: {
      nb: "Det er andre mottakere nå enn da du så på utsendelsen. Se på den igjen før du sender.",
      sv: "Mottagarna är andra nu än när du tittade på utskicket. Titta på det igen innan du skickar.",
      en: "The recipients are others now than when you looked at the mailing. Look at it again before you send it.",
    },
  },
  "mailing-to-nobody": {
    status: 422,
    title: {
      nb: "Ingen kan få utsendelsen. Legg til kontaktpersoner først.",
      sv: "Ingen kan få utskicket. Lägg till kontaktpersoner först.",
      en: "Nobody can get the mailing. Add contact persons first.",
    },
  },
  "survey-questions": {
    status: 422,
    title: {
      nb: "Spørsmålet må stå på hvert språk som brevet er skrevet på, og på ingen andre, med like mange valg, minst to, om det har valg.",
      sv: "Frågan måste finnas på varje språk som brevet är skrivet på, och på inga andra, med lika många val, minst två, om den har val.",
      en: "The question has to be there in each language that the letter is written in, and in no other, with as many choices, two at least, if it has any.",
    },
  },
  "survey-answer": {
    status: 422,
    title: {
      nb: "Svaret passer ikke til spørsmålene.",
      sv: "Svaret passar inte till frågorna.",
      en: "The answer does not fit the questions.",
    },
  },
  "survey-answered": {
    status: 409,
    title: {
      nb: "Du har svart allerede. Svaret er talt med.",
      sv: "Du har redan svarat. Svaret är räknat.",
      en: "You have answered already. The answer is counted.",
    },
  },
  "link-unknown": {
    status: 404,
    title: {
      nb: "Lenken er ikke hel, eller den er for gammel.",
      sv: "Länken är inte hel, eller så är den för gammal.",
      en: "The link is not whole, or it is too old.",
    },
  },
});
