import { text } from "@terskel/kernel";

/** Support's tables, as the person sees them. */
export const tableWords = {
  cases: {
    title: text("Supportsakene dine", "Dina supportärenden", "Your support cases"),
    deskTitle: text("Supportsaker", "Supportärenden", "Support cases"),
    words: {
      number: text("Saksnummer", "Ärendenummer", "Case number"),
      subject: text("Hva det gjelder", "Vad det gäller", "What it is about"),
      state: {
        ...text("Status", "Status", "State"),
        values: {
          open: text("venter på svar fra oss", "väntar på svar från oss", "waits for our answer"),
          waiting: text("besvart", "besvarat", "answered"),
          closed: text("lukket", "stängt", "closed"),
        },
      },
      opened_at: text("Åpnet", "Öppnat", "Opened"),
      turned_at: text("Status siden", "Status sedan", "State since"),
      closed_at: text("Lukket", "Stängt", "Closed"),
    },
  },
  messages: {
    title: text(
      "Det du og de som hjelper deg, har skrevet i supportsakene dine",
      "Det du och de som hjälper dig har skrivit i dina supportärenden",
      "What you and those who help you wrote in your support cases",
    ),
    deskTitle: text(
      "Meldinger i supportsaker",
      "Meddelanden i supportärenden",
      "Messages in support cases",
    ),
    words: {
      case_id: text("Sak", "Ärende", "Case"),
      side: {
        ...text("Skrevet av", "Skrivet av", "Written by"),
        values: {
          person: text("personen selv", "personen själv", "the person"),
          organisation: text("organisasjonen", "organisationen", "the organisation"),
          operator: text(
            "operatøren på vegne av organisasjonen",
            "operatören för organisationens räkning",
            "the operator on behalf of the organisation",
          ),
        },
      },
      told: {
        ...text("Fortalt", "Berättat", "Told"),
        values: {
          telephone: text("på telefon", "på telefon", "by telephone"),
          counter: text("ved skranken", "vid disken", "at the counter"),
        },
      },
      body: text("Melding", "Meddelande", "Message"),
    },
  },
  authors: {
    title: text(
      "Meldinger som du har skrevet i andres supportsaker",
      "Meddelanden som du har skrivit i andras supportärenden",
      "Messages that you wrote in others' support cases",
    ),
    deskTitle: text(
      "Meldinger skrevet i andres supportsaker",
      "Meddelanden skrivna i andras supportärenden",
      "Messages written in others' support cases",
    ),
    words: { message_id: text("Melding", "Meddelande", "Message") },
  },
  assignments: {
    title: text(
      "Andres supportsaker som du har tatt",
      "Andras supportärenden som du har tagit",
      "Others' support cases that you took",
    ),
    deskTitle: text("Supportsaker som er tatt", "Tagna supportärenden", "Support cases taken"),
    words: { case_id: text("Sak", "Ärende", "Case") },
  },
};
