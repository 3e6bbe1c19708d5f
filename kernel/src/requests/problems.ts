import { defineProblems } from "@terskel/platform/problems";

/** What the answering of rights can answer with, beside the common problems. */
export const { problem } = defineProblems({
  "not-yours": {
    status: 403,
    title: {
      nb: "Du kan bare be om dette for deg selv, hos en organisasjon du hører til.",
      sv: "Du kan bara begära detta för dig själv, hos en organisation du hör till.",
      en: "You can ask for this for yourself only, at an organisation you belong to.",
    },
  },
  "request-running": {
    status: 409,
    title: {
      nb: "Du har allerede bedt om dette, og det er ikke besvart ennå.",
      sv: "Du har redan begärt detta, och det är inte besvarat ännu.",
      en: "You have asked for this already, and it has not been answered yet.",
    },
  },
  "request-closed": {
    status: 409,
    title: {
      nb: "Henvendelsen er allerede avsluttet.",
      sv: "Begäran är redan avslutad.",
      en: "The request is closed already.",
    },
  },
  "cannot-object": {
    status: 422,
    title: {
      nb: "Dette bygger ikke på berettiget interesse, så det kan du ikke protestere mot.",
      sv: "Detta vilar inte på berättigat intresse, så det går inte att invända mot.",
      en: "This does not rest on legitimate interest, so it cannot be objected to.",
    },
  },
  "belongs-elsewhere": {
    status: 409,
    title: {
      nb: "Kontoen brukes hos en eller flere organisasjoner. Be dem om sletting først; kontoen følger med den siste hvis du ber om det.",
      sv: "Kontot används hos en eller flera organisationer. Be dem om radering först; kontot följer med den sista om du begär det.",
      en: "The account is used at one or more organisations. Ask them for erasure first; the account goes with the last if you ask for it.",
    },
  },
  "no-operator": {
    status: 409,
    title: {
      nb: "Ingen er satt opp til å svare på dette ennå.",
      sv: "Ingen är inställd på att svara på detta ännu.",
      en: "Nobody is set up to answer this yet.",
    },
  },
  "already-extended": {
    status: 409,
    title: {
      nb: "Fristen kan forlenges bare én gang.",
      sv: "Fristen kan förlängas bara en gång.",
      en: "The deadline can be extended only once.",
    },
  },
  "too-late-to-extend": {
    status: 409,
    title: {
      nb: "Den første måneden er over, og da kan fristen ikke forlenges.",
      sv: "Den första månaden är över, och då kan fristen inte förlängas.",
      en: "The first month is over, and then the deadline cannot be extended.",
    },
  },
  "not-to-be-passed-on": {
    status: 409,
    title: {
      nb: "Bare en arbeidsgiver sender henvendelser videre, og bare én gang.",
      sv: "Bara en arbetsgivare skickar vidare en begäran, och bara en gång.",
      en: "Only an employer passes requests on, and only once.",
    },
  },
  "reason-missing": {
    status: 422,
    title: {
      nb: "Et avslag må begrunnes.",
      sv: "Ett avslag måste motiveras.",
      en: "A refusal needs a reason.",
    },
  },
  "sign-in-again": {
    status: 403,
    title: {
      nb: "Logg inn på nytt først, så vi vet at det er deg.",
      sv: "Logga in på nytt först, så att vi vet att det är du.",
      en: "Sign in again first, so that we know it is you.",
    },
  },
  "no-file": {
    status: 404,
    title: {
      nb: "Filen er ikke lenger tilgjengelig. Be om den på nytt.",
      sv: "Filen är inte längre tillgänglig. Begär den på nytt.",
      en: "The file is no longer available. Ask for it again.",
    },
  },
  "copy-is-theirs": {
    status: 403,
    title: {
      nb: "Kopien er det personen selv som henter.",
      sv: "Kopian är det personen själv som hämtar.",
      en: "The copy is for the person to fetch.",
    },
  },
  "copy-ready": {
    status: 409,
    title: {
      nb: "Du har en kopi som er klar. Last den ned der henvendelsene dine står.",
      sv: "Du har en kopia som är klar. Ladda ned den där dina begäranden står.",
      en: "You have a copy that is ready. Download it where your requests stand.",
    },
  },
  "copy-under-way": {
    status: 409,
    title: {
      nb: "Kopien lastes ned allerede. Vent til den er ferdig.",
      sv: "Kopian laddas redan ned. Vänta tills den är klar.",
      en: "The copy is being downloaded already. Wait until it is done.",
    },
  },
  "not-restricted": {
    status: 409,
    title: {
      nb: "Det er ingen begrensning å oppheve her.",
      sv: "Det finns ingen begränsning att häva här.",
      en: "There is no restriction to lift here.",
    },
  },
});
