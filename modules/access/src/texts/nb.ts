import type { Catalogue } from "@terskel/platform/i18n";
import type { en } from "./en.ts";

export const nb: Catalogue<typeof en> = {
  invitation: {
    subject: ({ organisation }) => `Du er invitert til en dør hos ${organisation}`,
    text: ({ door, site, organisation, inviter, link, expires }) =>
      `Hei,

${inviter} hos ${organisation} gir deg tilgang til døren «${door}» i ${site}.

Ta imot invitasjonen her:
${link}

Lenken virker én gang, til ${expires}.

${organisation} har e-postadressen din fra ${inviter}. Den brukes bare til denne invitasjonen, og slettes når du tar imot den eller når den utløper. Venter du ikke dette, trenger du ikke gjøre noe.
`,
  },
  alarm: {
    kinds: {
      forced: "Brutt opp",
      held: "Åpen for lenge",
      "pin-guessed": "Noen gjetter PIN",
      duress: "Tvang: noen blir tvunget til å åpne",
    },
    subject: ({ kind, door }) => `${kind}: ${door}`,
    text: ({ kind, door, site, organisation, began, link, overview }) =>
      `${kind}: ${door}, ${site}, ${organisation}
${began}

Se hvordan døren er, og si fra at du tar deg av det:
${link}

Til noen gjør det, får du ikke flere e-poster om det samme ved denne døren det neste døgnet. Du får denne fordi du har bedt om det; her slår du dem av:
${overview}
`,
  },
  /** The columns of a log handed on as a file, beside those that have words already. */
  file: {
    at: "Tid",
    offset: "Avstand fra UTC",
    site: "Sted",
    person: "Person",
    lost: "Ikke lagret",
    notKept: ({ since, opened, refused }) => `Siden ${since}: åpnet ${opened}, avvist ${refused}`,
  },
};
