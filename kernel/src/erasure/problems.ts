import { defineProblems } from "@terskel/platform/problems";

export const { problem } = defineProblems({
  "erasure-under-hold": {
    status: 409,
    title: {
      nb: "Noen av opplysningene må tas vare på inntil videre, for eksempel i en tvist. Ingenting er slettet.",
      sv: "Några av uppgifterna måste bevaras tills vidare, till exempel i en tvist. Ingenting har raderats.",
      en: "Some of the data has to be kept for now, for example in a dispute. Nothing was erased.",
    },
  },
  "erasure-incomplete": {
    status: 500,
    title: {
      nb: "Slettingen lot seg ikke fullføre, og er ikke gjennomført. Ingenting er slettet. Feilen er registrert.",
      sv: "Raderingen gick inte att slutföra och har inte genomförts. Ingenting har raderats. Felet är registrerat.",
      en: "The erasure could not be completed, and was not carried out. Nothing was erased. The fault has been recorded.",
    },
  },
});
