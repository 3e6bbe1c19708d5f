import { defineProblems } from "@terskel/platform/problems";

export const { problem: runtimeProblem } = defineProblems({
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
