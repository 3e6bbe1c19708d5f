import type { Texts } from "../en.ts";

export const promises: Texts["promises"] = {
  title: "Det vi lovar och håller",
  lead: "Terskel är byggt utifrån fem publicerade integritetspolicyer. Här står allt de lovar, var programmet håller det, och vad som visar att det gör det. Ingen kan skriva att ett löfte hålls: det följer av programmet och dess tester.",
  groups: {
    A: "Dörrar och behörighet som molntjänst",
    B: "Kunder",
    C: "Digitala lås med e-legitimation",
    D: "Företagstelefoner",
  },
  show: "Visa",
  all: (count) => `Alla (${count})`,
  counted: (state, count) => `${state} (${count})`,
  states: {
    kept: "Hålls",
    broken: "Brutet",
    unverified: "Inte kontrollerat här",
    unshown: "Inte visat ännu",
    "not-built": "Inte byggt ännu",
  },
  means: {
    kept: "Programmet beskriver det, och varje test som visar det har klarats för exakt den kod som körs här.",
    broken: "Ett test som visar det har misslyckats för koden som körs här.",
    unverified:
      "Programmet beskriver det och det finns tester, men det är inte känt att de har klarats för exakt den kod som körs här.",
    unshown: "Programmet gör det helt eller delvis, och inget test visar det ännu.",
    "not-built": "Programmet gör inte detta ännu.",
  },
  where: "Var det hålls, och vad som visar det",
  activities: "Vad programmet gör för det",
  tables: "Tabeller som det använder",
  keepers: "Det som sker av sig självt",
  tests: "Tester som visar det",
  none: "Inget ännu.",
  lastDone: "senast gjort",
  neverDone: "inte gjort ännu",
  failedSince: "misslyckades",
  outcomes: {
    passed: (count) => (count === 1 ? "1 test klarat" : `${count} tester klarade`),
    failed: "misslyckades",
    unknown: "inte känt att det körts för denna kod",
  },
  verified: (when) => `Testerna av löftena kördes senast för denna kod ${when}.`,
  notVerified:
    "Det är inte känt här att testerna har klarats för exakt den kod som körs. Den som driver installationen kan ta reda på det:",
  codeChanged:
    "Programmets filer har ändrats sedan det startades. Det som körs är inte det som ligger på disken, så inget sägs vara hållet förrän det har startats om.",
  code: "Kodens fingeravtryck",
  commit: "Version",
  json: "Samma sak som data (JSON)",
  link: "Det vi lovar och håller",
};
