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
  alarm: {
    kinds: {
      forced: "Uppbruten",
      held: "Öppen för länge",
      "pin-guessed": "Någon gissar PIN",
      duress: "Tvång: någon tvingas att öppna",
    },
    subject: ({ kind, door }) => `${kind}: ${door}`,
    text: ({ kind, door, site, organisation, began, link, overview }) =>
      `${kind}: ${door}, ${site}, ${organisation}
${began}

Se hur dörren är, och säg till att du tar hand om det:
${link}

Tills någon gör det får du inga fler mejl om samma sak vid den här dörren under ett dygn. Du får det här för att du har bett om det; här stänger du av dem:
${overview}
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
