import type { explain as en } from "./en.ts";

export const explain: typeof en = {
  ask: "Hvorfor åpner det ikke?",
  lead: "Kunne denne personen åpne denne døren da? Svaret er det døren ville gitt, etter tilgangene slik de er nå.",
  at: "Når",
  atHint: "Et tidspunkt som har vært, eller som kommer",
  submit: "Finn ut",
  yes: (who, door) => `${who} kunne åpne ${door}.`,
  no: (who, door, why) => `${who} kunne ikke åpne ${door}: ${why}.`,
  each: "Hva hver tilgang sier",
  opens: "åpner",
  how: "Sier",
};
