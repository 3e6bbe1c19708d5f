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
  "no-consent": {
    status: 403,
    title: {
      nb: "Dette krever et samtykke som ikke er gitt.",
      sv: "Detta kräver ett samtycke som inte är givet.",
      en: "This needs a consent that has not been given.",
    },
  },
  "signal-says-no": {
    status: 409,
    title: {
      nb: "Nettleseren din sier nei for deg (Global Privacy Control). Slå det av der først.",
      sv: "Din webbläsare säger nej åt dig (Global Privacy Control). Stäng av det där först.",
      en: "Your browser says no for you (Global Privacy Control). Turn that off there first.",
    },
  },
  "wording-changed": {
    status: 409,
    title: {
      nb: "Teksten er endret siden du leste den. Les den igjen og svar på nytt.",
      sv: "Texten har ändrats sedan du läste den. Läs den igen och svara på nytt.",
      en: "The words have changed since you read them. Read them again and answer anew.",
    },
  },
  "not-for-this-kind": {
    status: 409,
    title: {
      nb: "En slik organisasjon har ikke dette, og personvernerklæringen forteller ikke om det.",
      sv: "En sådan organisation har inte detta, och integritetspolicyn berättar inte om det.",
      en: "An organisation of this kind does not have this, and its privacy notice does not tell of it.",
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
