import type { Catalogue } from "@terskel/platform/i18n";
import type { en } from "./en.ts";

export const nb: Catalogue<typeof en> = {
  answered: {
    subject: ({ number, organisation }) => `Svar i sak ${number} hos ${organisation}`,
    text: ({ number, organisation, link }) =>
      `Hei,

Du har fått svar i supportsak ${number} hos ${organisation}. Logg inn for å lese det, og for å skrive tilbake:
${link}

Det som står i saken, står ikke i denne e-posten, slik at ingen andre enn du leser det.
`,
  },
  opened: {
    subject: ({ number, organisation }) => `Supportsaken din ${number} hos ${organisation}`,
    text: ({ number, organisation, link }) =>
      `Hei,

Det du fortalte til ${organisation}, er skrevet ned som supportsak ${number}. Logg inn for å lese den, og for å skrive mer:
${link}

Det som står i saken, står ikke i denne e-posten, slik at ingen andre enn du leser det.
`,
  },
  asked: {
    subject: ({ number, organisation }) => `Sak ${number} hos ${organisation} venter på deg`,
    text: ({ number, organisation, link }) =>
      `Hei,

Noen har skrevet i supportsak ${number} hos ${organisation}, og venter på svar:
${link}
`,
  },
};
