import type { Catalogue } from "@terskel/platform/i18n";
import type { pass as en } from "./en.ts";

export const pass: Catalogue<typeof en> = {
  title: "Telefonpass",
  lead: "Hold koden mot leseren ved døren. Det kommer en ny hvert 30. sekund.",
  picture: (organisation) =>
    `QR-kode med telefonpasset ditt for ${organisation}. Hold skjermen mot leseren ved døren.`,
  organisation: "Organisasjon",
  changesIn: (seconds) => `Ny kode om ${seconds} s`,
  next: "Kode til neste dør",
  nextHint: "Hver kode åpner én gang.",
  ready: "Passet ditt er klart.",
  outOfDate: "Koden er utløpt",
  outOfDateText:
    "Det har ikke kommet noen ny kode: Du er uten nett. Koble til, eller bruk kort eller brikke.",
  getNew: "Hent ny kode",
  blocked: "Telefonpasset ditt er sperret",
  blockedText: "Det er meldt tapt. En administrator kan oppheve sperren eller gi deg et nytt.",
  toCards: "Kortene og brikkene dine",
  opens: "Åpner nå",
  opensNone: "Ingen av dørene dine kan åpnes nå.",
  nowhere: "Du hører ikke til noen organisasjon, så det er ikke noe pass.",
  told: "Åpner det ikke ennå? Dørene får beskjed om passet ditt nå.",
  copy: "Kopier koden",
  copied: "Kopiert",
};
