import type { Stored } from "@terskel/kernel";
import { text } from "@terskel/kernel";

/** What the portal keeps on devices: what somebody chose there. */
export const portalStored: readonly Stored[] = [
  {
    name: "terskel.language",
    where: "local storage",
    category: "functional",
    purpose: text("Språket du har valgt.", "Språket du har valt.", "The language you have chosen."),
    lasts: "removed",
  },
  {
    name: "terskel.language.unsaved",
    where: "session storage",
    category: "functional",
    purpose: text(
      "At du valgte språk før du logget inn, så valget følger med.",
      "Att du valde språk innan du loggade in, så att valet följer med.",
      "That you chose a language before you signed in, so that the choice comes along.",
    ),
    lasts: "visit",
  },
  {
    name: "terskel.scheme",
    where: "local storage",
    category: "functional",
    purpose: text(
      "Om du vil ha siden lys eller mørk.",
      "Om du vill ha sidan ljus eller mörk.",
      "Whether you want the page light or dark.",
    ),
    lasts: "removed",
  },
  {
    // The router's own name for it.
    name: "tsr-scroll-restoration-v1_3",
    where: "session storage",
    category: "functional",
    purpose: text(
      "Hvor langt ned på sidene du var, så du kommer tilbake dit.",
      "Hur långt ner på sidorna du var, så att du kommer tillbaka dit.",
      "How far down the pages you were, so that you come back there.",
    ),
    lasts: "visit",
  },
];
