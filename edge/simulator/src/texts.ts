import type { DoorAct } from "@terskel/edge-agent/simulated-doors";
import type {
  AccessPoint,
  DoorPosition,
  Outcome,
  ReaderCredentialKind,
  ReasonCode,
} from "@terskel/edge-protocol";
import type { Language } from "./language.ts";

export type Texts = {
  readonly title: string;
  readonly about: string;
  readonly online: string;
  readonly offline: string;
  readonly revision: string;
  readonly buffered: string;
  readonly locked: string;
  readonly unlocked: string;
  readonly held: string;
  readonly unlockCount: string;
  readonly output: string;
  readonly noDoors: string;
  readonly holdCard: string;
  readonly reader: string;
  readonly readers: Readonly<Record<AccessPoint, string>>;
  readonly typeNumber: string;
  readonly keypad: string;
  readonly clear: string;
  readonly enter: string;
  readonly kind: string;
  readonly number: string;
  readonly present: string;
  readonly failed: string;
  readonly leaf: string;
  readonly warning: string;
  readonly positions: Readonly<Record<DoorPosition, string>>;
  readonly acts: Readonly<Record<DoorAct, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly reasons: Readonly<Record<ReasonCode, string>>;
  readonly kinds: Readonly<Record<ReaderCredentialKind, string>>;
};

const en: Texts = {
  title: "Door simulator",
  about: "One controller with its doors, as on a wall. None of them is real.",
  online: "Connected",
  offline: "Not connected",
  revision: "Access list",
  buffered: "Passages waiting",
  locked: "Locked",
  unlocked: "Unlocked",
  held: "Held open",
  unlockCount: "Times unlocked",
  output: "Lock output",
  noDoors: "No doors. The controller waits for its access list, or runs no door yet.",
  holdCard: "Hold a card to the reader",
  reader: "Reader",
  readers: { in: "Outside, coming in", out: "Inside, going out" },
  typeNumber: "Type a number",
  keypad: "Keypad",
  clear: "Clear",
  enter: "Enter",
  kind: "Kind",
  number: "Number",
  present: "Hold to the reader",
  failed: "The simulator did not answer.",
  leaf: "The door itself",
  warning: "It beeps: close the door",
  positions: { open: "Open", closed: "Closed", unknown: "No contact" },
  acts: {
    pull: "Pull it open",
    handle: "Open from inside, by the handle",
    force: "Force it open",
    close: "Close it",
  },
  outcomes: { opened: "Opened", refused: "Refused" },
  reasons: {
    granted: "access granted",
    "second-person": "waits for the second person",
    interlock: "the other door of the airlock is open",
    passback: "inside already",
    "outside-schedule": "not at this time of the week",
    "not-yet-valid": "the access has not begun",
    expired: "the access has ended",
    "no-grant": "no access to this door",
    lockdown: "the door is locked down",
    "unknown-person": "unknown person",
    "unknown-door": "unknown door",
    "unknown-credential": "unknown card",
    "pass-invalid": "not a valid phone pass",
    "pass-expired": "the pass's code is of another time",
    "pass-replayed": "the pass's code was used before",
    "pin-wrong": "wrong PIN or code",
    "keypad-closed": "the keypad is closed for a while",
    "code-used": "the code has been used already",
    "no-access-list": "the controller has no access list yet",
    "list-too-old": "no contact for too long",
    "command-expired": "the command came too late",
    "command-replayed": "the command was used before",
    "command-lives-too-long": "the command was valid for too long",
    "hardware-fault": "the lock does not answer",
    "storage-fault": "the controller cannot write",
    "no-answer": "no answer from the door",
  },
  kinds: {
    card: "Card",
    fob: "Fob",
    pin: "PIN",
    "phone-pass": "Phone pass",
    code: "Code",
  },
};

const nb: Texts = {
  title: "Dørsimulator",
  about: "En dørsentral med dørene sine, som på en vegg. Ingen av dem er ekte.",
  online: "Tilkoblet",
  offline: "Ikke tilkoblet",
  revision: "Tilgangsliste",
  buffered: "Passeringer som venter",
  locked: "Låst",
  unlocked: "Ulåst",
  held: "Holdes åpen",
  unlockCount: "Ganger låst opp",
  output: "Låsutgang",
  noDoors: "Ingen dører. Dørsentralen venter på tilgangslisten sin, eller har ingen dører ennå.",
  holdCard: "Hold et kort mot leseren",
  reader: "Leser",
  readers: { in: "Ute, på vei inn", out: "Inne, på vei ut" },
  typeNumber: "Skriv et nummer",
  keypad: "Tastatur",
  clear: "Slett",
  enter: "Bekreft",
  kind: "Type",
  number: "Nummer",
  present: "Hold mot leseren",
  failed: "Simulatoren svarte ikke.",
  leaf: "Selve døren",
  warning: "Det piper: Lukk døren",
  positions: { open: "Åpen", closed: "Lukket", unknown: "Ingen dørkontakt" },
  acts: {
    pull: "Dra den opp",
    handle: "Åpne innenfra med håndtaket",
    force: "Bryt den opp",
    close: "Lukk den",
  },
  outcomes: { opened: "Åpnet", refused: "Avvist" },
  reasons: {
    granted: "tilgang gitt",
    "second-person": "venter på nummer to",
    interlock: "den andre døren i slusen er åpen",
    passback: "er allerede inne",
    "outside-schedule": "ikke på denne tiden av uken",
    "not-yet-valid": "tilgangen har ikke begynt",
    expired: "tilgangen er avsluttet",
    "no-grant": "ingen tilgang til denne døren",
    lockdown: "døren er stengt ned",
    "unknown-person": "ukjent person",
    "unknown-door": "ukjent dør",
    "unknown-credential": "ukjent kort",
    "pass-invalid": "ikke et gyldig telefonpass",
    "pass-expired": "passets kode er fra en annen tid",
    "pass-replayed": "passets kode er brukt fra før",
    "pin-wrong": "feil PIN eller kode",
    "keypad-closed": "tastaturet er stengt en stund",
    "code-used": "koden er brukt fra før",
    "no-access-list": "dørsentralen har ingen tilgangsliste ennå",
    "list-too-old": "uten kontakt for lenge",
    "command-expired": "kommandoen kom for sent",
    "command-replayed": "kommandoen er allerede brukt",
    "command-lives-too-long": "kommandoen gjaldt for lenge",
    "hardware-fault": "låsen svarer ikke",
    "storage-fault": "dørsentralen kan ikke skrive",
    "no-answer": "ikke svar fra døren",
  },
  kinds: {
    card: "Kort",
    fob: "Nøkkelbrikke",
    pin: "PIN",
    "phone-pass": "Telefonpass",
    code: "Kode",
  },
};

const sv: Texts = {
  title: "Dörrsimulator",
  about: "En dörrcentral med sina dörrar, som på en vägg. Ingen av dem är verklig.",
  online: "Ansluten",
  offline: "Inte ansluten",
  revision: "Behörighetslista",
  buffered: "Passager som väntar",
  locked: "Låst",
  unlocked: "Olåst",
  held: "Hålls öppen",
  unlockCount: "Gånger upplåst",
  output: "Låsutgång",
  noDoors: "Inga dörrar. Dörrcentralen väntar på sin behörighetslista, eller har inga dörrar än.",
  holdCard: "Håll ett kort mot läsaren",
  reader: "Läsare",
  readers: { in: "Ute, på väg in", out: "Inne, på väg ut" },
  typeNumber: "Skriv ett nummer",
  keypad: "Tastatur",
  clear: "Slett",
  enter: "Bekreft",
  kind: "Typ",
  number: "Nummer",
  present: "Håll mot läsaren",
  failed: "Simulatorn svarade inte.",
  leaf: "Själva dörren",
  warning: "Det piper: stäng dörren",
  positions: { open: "Öppen", closed: "Stängd", unknown: "Ingen dörrkontakt" },
  acts: {
    pull: "Dra upp den",
    handle: "Öppna inifrån med handtaget",
    force: "Bryt upp den",
    close: "Stäng den",
  },
  outcomes: { opened: "Öppnad", refused: "Nekad" },
  reasons: {
    granted: "behörig",
    "second-person": "väntar på nummer två",
    interlock: "den andra dörren i slussen är öppen",
    passback: "är redan inne",
    "outside-schedule": "inte vid den här tiden på veckan",
    "not-yet-valid": "behörigheten har inte börjat",
    expired: "behörigheten har upphört",
    "no-grant": "ingen behörighet till den här dörren",
    lockdown: "dörren är nedlåst",
    "unknown-person": "okänd person",
    "unknown-door": "okänd dörr",
    "unknown-credential": "okänt kort",
    "pass-invalid": "inget giltigt telefonpass",
    "pass-expired": "passets kod är från en annan tid",
    "pass-replayed": "passets kod har redan använts",
    "pin-wrong": "fel PIN eller kod",
    "keypad-closed": "knappsatsen är stängd en stund",
    "code-used": "koden har redan använts",
    "no-access-list": "dörrcentralen har ingen behörighetslista än",
    "list-too-old": "utan kontakt för länge",
    "command-expired": "kommandot kom för sent",
    "command-replayed": "kommandot är redan använt",
    "command-lives-too-long": "kommandot gällde för länge",
    "hardware-fault": "låset svarar inte",
    "storage-fault": "dörrcentralen kan inte skriva",
    "no-answer": "inget svar från dörren",
  },
  kinds: {
    card: "Kort",
    fob: "Nyckelbricka",
    pin: "PIN",
    "phone-pass": "Telefonpass",
    code: "Kod",
  },
};

export const texts: Readonly<Record<Language, Texts>> = { en, nb, sv };
