import { defineProblems } from "@terskel/platform/problems";

/** What the kernel can answer with, beside the common problems. */
export const { problem } = defineProblems({
  "under-legal-hold": {
    status: 409,
    title: {
      nb: "Dette er sperret mot sletting av rettslige grunner. Opphev sperringen først.",
      sv: "Detta är spärrat mot radering av rättsliga skäl. Häv spärren först.",
      en: "This is under a legal hold and cannot be deleted. Lift the hold first.",
    },
  },
});
