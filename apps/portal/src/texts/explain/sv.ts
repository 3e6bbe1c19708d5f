import type { explain as en } from "./en.ts";

export const explain: typeof en = {
  ask: "Varför öppnas den inte?",
  lead: "Kunde den här personen öppna den här dörren då? Svaret är det som dörren skulle ge, efter behörigheterna som de är nu.",
  at: "När",
  atHint: "En tid som har varit, eller som kommer",
  submit: "Ta reda på",
  yes: (who, door) => `${who} kunde öppna ${door}.`,
  no: (who, door, why) => `${who} kunde inte öppna ${door}: ${why}.`,
  each: "Vad varje behörighet säger",
  opens: "öppnar",
  how: "Säger",
};
