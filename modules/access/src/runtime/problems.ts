import { defineProblems } from "@terskel/platform/problems";

export const { problem: runtimeProblem } = defineProblems({
  "step-up-required": {
    status: 403,
    title: {
      nb: "Bekreft først med passnøkkel eller eID at det er deg.",
      sv: "Bekräfta först med passnyckel eller e-legitimation att det är du.",
      en: "Confirm first by passkey or eID that it is you.",
    },
  },
  "export-too-long": {
    status: 422,
    title: {
      nb: "En fil rommer høyst 366 dager. Velg en kortere periode.",
      sv: "En fil rymmer högst 366 dagar. Välj en kortare period.",
      en: "A file holds 366 days at most. Choose a shorter period.",
    },
  },
  "export-too-large": {
    status: 422,
    title: {
      nb: "En fil rommer høyst 100 000 passeringer. Velg en kortere periode, en dør eller en person.",
      sv: "En fil rymmer högst 100 000 passager. Välj en kortare period, en dörr eller en person.",
      en: "A file holds 100,000 passages at most. Choose a shorter period, a door or a person.",
    },
  },
  // The same text whoever used the id, and for what: it says nothing about anybody's passage.
  "request-id-used": {
    status: 409,
    title: {
      nb: "Denne forespørselen er brukt før. Prøv å åpne døren på nytt.",
      sv: "Den här begäran har redan använts. Försök öppna dörren igen.",
      en: "This request has been used before. Try to open the door again.",
    },
  },
});
