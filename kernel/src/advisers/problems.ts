import { defineProblems } from "@terskel/platform/problems";

/** What advisers' access can answer with, beside the common problems. */
export const { problem } = defineProblems({
  "advice-is-over": {
    status: 403,
    title: {
      nb: "Tiden du kunne se opplysningene i, er ute. Organisasjonen kan gi deg en ny.",
      sv: "Tiden då du kunde se uppgifterna är ute. Organisationen kan ge dig en ny.",
      en: "The time in which you could see the data is over. The organisation can give you another.",
    },
  },
  "advice-not-begun": {
    status: 403,
    title: {
      nb: "Tiden du kan se opplysningene i, har ikke begynt ennå.",
      sv: "Tiden då du kan se uppgifterna har inte börjat än.",
      en: "The time in which you can see the data has not begun yet.",
    },
  },
  "advice-not-signed": {
    status: 403,
    title: {
      nb: "Du må signere taushetserklæringen før du får se noe.",
      sv: "Du måste underteckna sekretessförbindelsen innan du får se något.",
      en: "You have to sign the confidentiality declaration before you see anything.",
    },
  },
  "advice-other-purpose": {
    status: 403,
    title: {
      nb: "Organisasjonen har ikke gitt deg opplysninger til dette formålet.",
      sv: "Organisationen har inte gett dig uppgifter för det här ändamålet.",
      en: "The organisation has not given you data for this purpose.",
    },
  },
  "adviser-days": {
    status: 422,
    title: {
      nb: "Siste dag må være i dag eller senere, ikke før første dag, og høyst 90 dager etter den.",
      sv: "Sista dagen måste vara i dag eller senare, inte före första dagen, och högst 90 dagar efter den.",
      en: "The last day has to be today or later, not before the first day, and at most 90 days after it.",
    },
  },
  "adviser-purpose": {
    status: 422,
    title: {
      nb: "Velg formål fra listen.",
      sv: "Välj ändamål från listan.",
      en: "Choose purposes from the list.",
    },
  },
});
