import { defineProblems } from "@terskel/platform/problems";

/** What the kernel can answer with, beside the common problems. */
export const { problem } = defineProblems({
  "hold-until-when": {
    status: 422,
    title: {
      nb: "En sperre må slutte fram i tid, og senest om ti år.",
      sv: "En spärr måste sluta framåt i tiden, och senast om tio år.",
      en: "A hold has to end in the future, and within ten years.",
    },
  },
  "under-legal-hold": {
    status: 409,
    title: {
      nb: "Dette er sperret mot sletting av rettslige grunner. Opphev sperringen først.",
      sv: "Detta är spärrat mot radering av rättsliga skäl. Häv spärren först.",
      en: "This is under a legal hold and cannot be deleted. Lift the hold first.",
    },
  },
});
