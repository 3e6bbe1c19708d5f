import { defineProblems } from "@terskel/platform/problems";

/** What the end of an agreement can answer with, beside the common problems. */
export const { problem } = defineProblems({
  "last-day-when": {
    status: 422,
    title: {
      nb: "Siste dag kan tidligst være i dag, og senest om ti år.",
      sv: "Sista dagen kan tidigast vara i dag och senast om tio år.",
      en: "The last day can be today at the earliest, and within ten years.",
    },
  },
  "agreement-has-ended": {
    status: 409,
    title: {
      nb: "Avtalen er slutt. Sluttdatoen kan ikke endres eller tas tilbake.",
      sv: "Avtalet har upphört. Slutdatumet kan inte ändras eller tas tillbaka.",
      en: "The agreement has ended. Its end can be neither changed nor taken back.",
    },
  },
  "operator-stays": {
    status: 409,
    title: {
      nb: "Operatøren har ingen avtale som kan avsluttes.",
      sv: "Operatören har inget avtal som kan avslutas.",
      en: "The operator has no agreement that could be ended.",
    },
  },
});
