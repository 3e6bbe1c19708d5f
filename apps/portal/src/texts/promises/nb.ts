import type { Texts } from "../en.ts";

export const promises: Texts["promises"] = {
  title: "Det vi lover og holder",
  lead: "Terskel er bygd ut fra fem publiserte personvernerklæringer. Her står alt de lover, hvor programmet holder det, og hva som viser at det gjør det. Ingen kan skrive at et løfte er holdt: det følger av programmet og testene.",
  groups: {
    A: "Dører og tilgang som skytjeneste",
    B: "Kunder",
    C: "Digitale låser med eID",
    D: "Bedriftstelefoner",
  },
  show: "Vis",
  all: (count) => `Alle (${count})`,
  counted: (state, count) => `${state} (${count})`,
  states: {
    kept: "Holdt",
    broken: "Brutt",
    unverified: "Ikke kontrollert her",
    unshown: "Ikke vist ennå",
    "not-built": "Ikke bygd ennå",
  },
  means: {
    kept: "Programmet beskriver det, og hver test som viser det, har bestått for nøyaktig den koden som kjører her.",
    broken: "En test som viser det, har feilet for koden som kjører her.",
    unverified:
      "Programmet beskriver det og det finnes tester, men det er ikke kjent at de har bestått for nøyaktig den koden som kjører her.",
    unshown: "Programmet gjør det helt eller delvis, og ingen test viser det ennå.",
    "not-built": "Programmet gjør ikke dette ennå.",
  },
  where: "Hvor det holdes, og hva som viser det",
  activities: "Hva programmet gjør for det",
  tables: "Tabeller det bruker",
  keepers: "Det som skjer av seg selv",
  tests: "Tester som viser det",
  none: "Ingenting ennå.",
  lastDone: "sist gjort",
  neverDone: "ikke gjort ennå",
  failedSince: "feilet",
  outcomes: {
    passed: (count) => (count === 1 ? "1 test bestått" : `${count} tester bestått`),
    failed: "feilet",
    unknown: "ikke kjent kjørt for denne koden",
  },
  verified: (when) => `Testene av løftene ble sist kjørt for denne koden ${when}.`,
  notVerified:
    "Det er ikke kjent her at testene har bestått for nøyaktig den koden som kjører. Den som drifter installasjonen, kan finne det ut:",
  codeChanged:
    "Programmets filer er endret siden det ble startet. Det som kjører, er ikke det som ligger på disken, så ingenting sies å være holdt før det er startet på nytt.",
  code: "Kodens fingeravtrykk",
  commit: "Versjon",
  json: "Det samme som data (JSON)",
  link: "Det vi lover og holder",
};
