import type { Catalogue } from "@terskel/platform/i18n";
import type { en } from "./en.ts";

export const sv: Catalogue<typeof en> = {
  answered: {
    subject: ({ number, organisation }) => `Svar i ärende ${number} hos ${organisation}`,
    text: ({ number, organisation, link }) =>
      `Hej,

Du har fått svar i supportärende ${number} hos ${organisation}. Logga in för att läsa det, och för att skriva tillbaka:
${link}

Det som står i ärendet står inte i det här mejlet, så att ingen annan än du läser det.
`,
  },
  opened: {
    subject: ({ number, organisation }) => `Ditt supportärende ${number} hos ${organisation}`,
    text: ({ number, organisation, link }) =>
      `Hej,

Det du berättade för ${organisation} har skrivits ner som supportärende ${number}. Logga in för att läsa det, och för att skriva mer:
${link}

Det som står i ärendet står inte i det här mejlet, så att ingen annan än du läser det.
`,
  },
  asked: {
    subject: ({ number, organisation }) => `Ärende ${number} hos ${organisation} väntar på dig`,
    text: ({ number, organisation, link }) =>
      `Hej,

Någon har skrivit i supportärende ${number} hos ${organisation} och väntar på svar:
${link}
`,
  },
};
