import { defineProblems } from "@terskel/platform/problems";

/** What opening a person's data can answer with, beside the common problems. */
export const { problem } = defineProblems({
  "purpose-missing": {
    status: 422,
    title: {
      nb: "Velg hva du trenger opplysningene til. Uten et formål vises ingenting.",
      sv: "Välj vad du behöver uppgifterna till. Utan ett ändamål visas inget.",
      en: "Choose what you need the data for. Without a purpose nothing is shown.",
    },
  },
  "not-their-purpose": {
    status: 403,
    title: {
      nb: "Du arbeider ikke med dette formålet. Velg et formål fra listen.",
      sv: "Du arbetar inte med det här ändamålet. Välj ett ändamål från listan.",
      en: "You do not work for this purpose. Choose a purpose from the list.",
    },
  },
});
