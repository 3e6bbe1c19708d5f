import type { Catalogue } from "@terskel/platform/i18n";
import type { invitation as en } from "./en.ts";

export const invitation: Catalogue<typeof en> = {
  waiting: "Invitasjon",
  title: "Du er invitert",
  offer: (by, door, site) => `${by} gir deg tilgang til ${door}, ${site}.`,
  organisation: "Organisasjon",
  door: "Dør",
  role: "Rolle",
  validity: "Gjelder",
  answerBy: "Svar innen",
  accept: "Godta",
  signInFirst: "Logg inn for å godta",
  signInHint: "Du logger inn først, og kommer tilbake hit.",
  deleted: "Når du godtar, slettes invitasjonen og adressen den ble sendt til.",
  accepted: "Nå kan du åpne døren.",
  toDoors: "Gå til mine dører",
  gone: "Denne invitasjonen kan ikke brukes",
  goneText:
    "Den er brukt, trukket tilbake eller utløpt. Be den som inviterte deg, om å sende en ny.",
  noToken: "Lenken er ikke hel. Åpne den på nytt fra e-posten.",
};
