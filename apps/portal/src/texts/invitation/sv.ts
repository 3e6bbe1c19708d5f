import type { Catalogue } from "@terskel/platform/i18n";
import type { invitation as en } from "./en.ts";

export const invitation: Catalogue<typeof en> = {
  waiting: "Inbjudan",
  title: "Du är inbjuden",
  offer: (by, door, site) => `${by} ger dig behörighet till ${door}, ${site}.`,
  organisation: "Organisation",
  door: "Dörr",
  role: "Roll",
  validity: "Gäller",
  answerBy: "Svara senast",
  accept: "Tacka ja",
  signInFirst: "Logga in för att tacka ja",
  signInHint: "Du loggar in först och kommer tillbaka hit.",
  deleted: "När du tackar ja raderas inbjudan och adressen den skickades till.",
  accepted: "Nu kan du öppna dörren.",
  toDoors: "Gå till mina dörrar",
  gone: "Den här inbjudan kan inte användas",
  goneText: "Den är använd, återkallad eller har gått ut. Be den som bjöd in dig att skicka en ny.",
  noToken: "Länken är inte hel. Öppna den igen från e-postmeddelandet.",
};
