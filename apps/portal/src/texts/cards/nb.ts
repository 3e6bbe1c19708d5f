import type { Catalogue } from "@terskel/platform/i18n";
import type { cards as en } from "./en.ts";

export const cards: Catalogue<typeof en> = {
  title: "Kort og brikker",
  lead: "Selve nummeret lagres ikke.",
  none: "Ingen kort eller brikker er delt ut.",
  handOut: "Del ut",
  handOutTitle: "Del ut kort eller brikke",
  handedOut: "Delt ut",
  since: "Siden",
  sinceWhen: (when) => `Siden ${when}`,
  kind: "Type",
  kinds: { card: "Kort", fob: "Brikke", "phone-pass": "Telefonpass", pin: "PIN" },
  number: "Nummer",
  numberHint:
    "Som trykt på det eller lest av en leser: 4 til 32 sifre eller bokstaver fra A til F.",
  label: "Merkelapp",
  labelHint: "Så det kan skilles fra andre: blå brikke, reservekort.",
  labelNumber: "Utelat nummeret her: Det lagres ikke.",
  state: "Tilstand",
  inUse: "I bruk",
  blocked: { card: "Sperret", fob: "Sperret", "phone-pass": "Sperret", pin: "Sperret" },
  blockedSince: (word, when) => `${word} siden ${when}.`,
  one: {
    known: "Dørsentralen vet det.",
    waiting: "Dørsentralen får beskjed nå.",
    offline: "Dørsentralen er frakoblet og får vite det når den er tilbake.",
  },
  many: {
    known: (count, all) => {
      if (count < all) return `${count} av ${all} dørsentraler vet det.`;
      return all === 2 ? "Begge dørsentralene vet det." : `Alle ${all} dørsentralene vet det.`;
    },
    waiting: (count) => `${count} får beskjed nå.`,
    offline: (count) =>
      count === 1
        ? "1 er frakoblet og får vite det når den er tilbake."
        : `${count} er frakoblet og får vite det når de er tilbake.`,
  },
  actions: (label) => `Handlinger for ${label}`,
  lost: "Meld tapt",
  lostTitle: (label) => `Er ${label} tapt?`,
  lostText:
    "Sperres ved alle dører med en gang, og er personens til det er funnet eller tatt tilbake.",
  block: "Sperr",
  found: "Er funnet igjen",
  foundTitle: (label) => `Er ${label} funnet igjen?`,
  foundText: "Åpner igjen alle dører som personen har tilgang til.",
  unblock: "Opphev sperren",
  unblocked: "Sperren er opphevet",
  takeBack: "Ta tilbake",
  takeBackTitle: (label) => `Ta tilbake ${label}?`,
  takeBackText: "Det åpner ingenting lenger, og kan deles ut igjen.",
  takeBackPass:
    "Det åpner ingenting lenger. Personen får et nytt ved å åpne passet sitt i portalen.",
  takeBackPin: "Den åpner ingenting lenger. Personen får en ny under Min profil.",
  whose: "Hvem har kortet?",
  whoseLead: "Hold kortet eller brikken mot leseren, eller skriv nummeret. Nummeret lagres ikke.",
  lookUp: "Finn ut",
  own: "Kortene og brikkene dine",
  ownLead: "Det du har fått utdelt. Mistet noe? Sperr det med en gang, så åpner det ingen dør.",
  ownNone: "Du har ikke noe kort eller noen brikke.",
  ownLost: {
    card: "Jeg har mistet kortet",
    fob: "Jeg har mistet brikken",
    "phone-pass": "Jeg har mistet telefonen",
    pin: "Noen kan PIN-en min",
  },
  ownLostTitle: (label) => `Har du mistet ${label}?`,
  ownLostText: "Sperres ved alle dører med en gang. Bare en administrator kan oppheve sperren.",
  ownPinTitle: "Sperre PIN-en din?",
  ownPinText:
    "Den sperres ved alle dører med en gang, og bare en administrator kan oppheve sperren. Er det nok at den gamle blir borte? Få heller en ny PIN.",
  ownPhoneTitle: "Har du mistet telefonen?",
  ownPhoneText:
    "Passet sperres ved alle dører med en gang. Bare en administrator kan oppheve sperren. Logg også telefonen ut her på siden, for den kan åpne dører så lenge den er logget inn.",
  ownBlocked: "Funnet igjen? En administrator kan oppheve sperren.",
};
