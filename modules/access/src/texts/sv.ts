import type { Catalogue } from "@terskel/platform/i18n";
import type { en } from "./en.ts";

export const sv: Catalogue<typeof en> = {
  invitation: {
    subject: ({ organisation }) => `Du är inbjuden till en dörr hos ${organisation}`,
    text: ({ door, site, organisation, inviter, link, expires }) =>
      `Hej,

${inviter} hos ${organisation} ger dig behörighet till dörren ”${door}” i ${site}.

Ta emot inbjudan här:
${link}

Länken fungerar en gång, till ${expires}.

${organisation} har din e-postadress från ${inviter}. Den används bara till denna inbjudan, och raderas när du tar emot den eller när den går ut. Väntar du dig inte detta behöver du inte göra något.
`,
  },
  /** The columns of a log handed on as a file, beside those that have words already. */
  file: {
    at: "Tid",
    offset: "Avstånd från UTC",
    site: "Plats",
    person: "Person",
    lost: "Inte sparat",
    notKept: ({ since, opened, refused }) => `Sedan ${since}: öppnade ${opened}, nekade ${refused}`,
  },
};
