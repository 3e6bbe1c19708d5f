import type { Catalogue } from "@terskel/platform/i18n";
import type { cards as en } from "./en.ts";

export const cards: Catalogue<typeof en> = {
  title: "Kort och taggar",
  lead: "Själva numret sparas inte.",
  none: "Inga kort eller taggar är utlämnade.",
  handOut: "Lämna ut",
  handOutTitle: "Lämna ut kort eller tagg",
  handedOut: "Utlämnat",
  since: "Sedan",
  sinceWhen: (when) => `Sedan ${when}`,
  kind: "Typ",
  kinds: { card: "Kort", fob: "Tagg", "phone-pass": "Telefonpass", pin: "PIN" },
  number: "Nummer",
  numberHint:
    "Som tryckt på det eller läst av en läsare: 4 till 32 siffror eller bokstäver från A till F.",
  label: "Etikett",
  labelHint: "Så att det kan skiljas från andra: blå tagg, reservkort.",
  labelNumber: "Utelämna numret här: det sparas inte.",
  state: "Tillstånd",
  inUse: "Används",
  blocked: { card: "Spärrat", fob: "Spärrad", "phone-pass": "Spärrat", pin: "Spärrad" },
  blockedSince: (word, when) => `${word} sedan ${when}.`,
  one: {
    known: "Dörrcentralen vet om det.",
    waiting: "Dörrcentralen får veta det nu.",
    offline: "Dörrcentralen är frånkopplad och får veta det när den är tillbaka.",
  },
  many: {
    known: (count, all) => {
      if (count < all) return `${count} av ${all} dörrcentraler vet om det.`;
      return all === 2
        ? "Båda dörrcentralerna vet om det."
        : `Alla ${all} dörrcentraler vet om det.`;
    },
    waiting: (count) => `${count} får veta det nu.`,
    offline: (count) =>
      count === 1
        ? "1 är frånkopplad och får veta det när den är tillbaka."
        : `${count} är frånkopplade och får veta det när de är tillbaka.`,
  },
  actions: (label) => `Åtgärder för ${label}`,
  lost: "Anmäl förlust",
  lostTitle: (label) => `Är ${label} borta?`,
  lostText:
    "Spärras vid alla dörrar direkt, och är personens tills det har hittats eller tagits tillbaka.",
  block: "Spärra",
  found: "Har hittats",
  foundTitle: (label) => `Har ${label} hittats?`,
  foundText: "Öppnar igen alla dörrar som personen har behörighet till.",
  unblock: "Häv spärren",
  unblocked: "Spärren är hävd",
  takeBack: "Ta tillbaka",
  takeBackTitle: (label) => `Ta tillbaka ${label}?`,
  takeBackText: "Det öppnar inget längre, och kan lämnas ut igen.",
  takeBackPass:
    "Det öppnar inget längre. Personen får ett nytt genom att öppna sitt pass i portalen.",
  takeBackPin: "Den öppnar inget längre. Personen får en ny under Min profil.",
  whose: "Vem har kortet?",
  whoseLead: "Håll kortet eller taggen mot läsaren, eller skriv numret. Numret sparas inte.",
  lookUp: "Ta reda på",
  own: "Dina kort och taggar",
  ownLead:
    "Det som du har fått utlämnat. Tappat något? Spärra det direkt, så öppnar det ingen dörr.",
  ownNone: "Du har inget kort och ingen tagg.",
  ownLost: {
    card: "Jag har tappat kortet",
    fob: "Jag har tappat taggen",
    "phone-pass": "Jag har tappat telefonen",
    pin: "Någon kan min PIN",
  },
  ownLostTitle: (label) => `Har du tappat ${label}?`,
  ownLostText: "Spärras vid alla dörrar direkt. Bara en administratör kan häva spärren.",
  ownPinTitle: "Spärra din PIN?",
  ownPinText:
    "Den spärras vid alla dörrar direkt, och bara en administratör kan häva spärren. Räcker det att den gamla försvinner? Få hellre en ny PIN.",
  ownPhoneTitle: "Har du tappat telefonen?",
  ownPhoneText:
    "Passet spärras vid alla dörrar direkt. Bara en administratör kan häva spärren. Logga också ut telefonen här på sidan, för den kan öppna dörrar så länge den är inloggad.",
  ownBlocked: "Hittat igen? En administratör kan häva spärren.",
};
