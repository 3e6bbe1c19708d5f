import { text } from "@terskel/kernel";

const door = text("Dør", "Dörr", "Door");
const group = text("Gruppe", "Grupp", "Group");
const unit = text("Enhet", "Enhet", "Unit");
const validity = {
  valid_from: text("Fra", "Från", "From"),
  valid_until: text("Til", "Till", "Until"),
};
const role = {
  ...text("Rolle", "Roll", "Role"),
  values: {
    user: text("bruker", "användare", "user"),
    door_administrator: text("døradministrator", "dörradministratör", "door administrator"),
    owner: text("eier", "ägare", "owner"),
  },
};

const outcome = {
  ...text("Utfall", "Utfall", "Outcome"),
  values: {
    opened: text("åpnet", "öppnad", "opened"),
    refused: text("avvist", "nekad", "refused"),
    unanswered: text("ikke svar", "inget svar", "no answer"),
    lost: text("tapt", "förlorad", "lost"),
  },
};
const reason = {
  ...text("Grunn", "Orsak", "Reason"),
  values: {
    granted: text("tilgangen er i orden", "behörigheten är i ordning", "access was in order"),
    "outside-schedule": text("utenfor tidene", "utanför tiderna", "outside the hours"),
    "not-yet-valid": text("ikke begynt ennå", "inte börjat än", "not begun yet"),
    expired: text("opphørt", "upphört", "ended"),
    "no-grant": text("ingen tilgang", "ingen behörighet", "no access"),
    "second-person": text(
      "ventet på nummer to",
      "väntade på nummer två",
      "waited for the second person",
    ),
    interlock: text(
      "den andre døren i slusen var åpen",
      "den andra dörren i slussen var öppen",
      "the airlock's other door was open",
    ),
    passback: text("var inne fra før", "var redan inne", "was inside already"),
    lockdown: text("døren var stengt ned", "dörren var nedlåst", "the door was locked down"),
    "unknown-person": text("ukjent for døren", "okänd för dörren", "unknown to the door"),
    "unknown-door": text("døren ikke satt opp", "dörren inte uppsatt", "door not set up"),
    "unknown-credential": text(
      "ukjent kort eller kode",
      "okänt kort eller kod",
      "unknown card or code",
    ),
    "pass-invalid": text("ikke et gyldig pass", "inget giltigt pass", "no valid pass"),
    "pass-expired": text(
      "passets kode var utløpt",
      "passets kod hade gått ut",
      "the pass's code had expired",
    ),
    "pass-replayed": text(
      "passets kode var brukt",
      "passets kod var använd",
      "the pass's code was used before",
    ),
    "pin-wrong": text("feil PIN eller kode", "fel PIN eller kod", "wrong PIN or code"),
    "keypad-closed": text(
      "tastaturet var stengt en stund",
      "knappsatsen var stängd en stund",
      "the keypad was closed for a while",
    ),
    "code-used": text(
      "koden var brukt fra før",
      "koden hade redan använts",
      "the code had been used already",
    ),
    "no-access-list": text(
      "tilgangslisten manglet",
      "behörighetslistan saknades",
      "no access list yet",
    ),
    "list-too-old": text(
      "uten kontakt for lenge",
      "utan kontakt för länge",
      "without contact for too long",
    ),
    "command-expired": text(
      "beskjeden kom for sent",
      "beskedet kom för sent",
      "the message came too late",
    ),
    "command-replayed": text(
      "beskjeden var brukt",
      "beskedet var använt",
      "the message was used before",
    ),
    "hardware-fault": text("låsen rørte seg ikke", "låset rörde sig inte", "the lock did not move"),
    "storage-fault": text(
      "døren fikk ikke skrevet",
      "dörren kunde inte spara",
      "the door could not store it",
    ),
    "no-answer": text("døren svarte ikke", "dörren svarade inte", "the door did not answer"),
  },
};

/** Access's tables, as the person sees them. */
export const tableWords = {
  groupMembers: {
    title: text("Grupper du er med i", "Grupper du är med i", "Groups you are in"),
    deskTitle: text("Medlemskap i grupper", "Medlemskap i grupper", "Memberships of groups"),
    words: { group_id: group },
  },
  residents: {
    title: text("Der du bor eller arbeider", "Där du bor eller arbetar", "Where you live or work"),
    deskTitle: text("Bolig eller arbeidssted", "Bostad eller arbetsplats", "Home or workplace"),
    words: { unit_id: unit },
  },
  grants: {
    title: text("Tilgangene dine", "Dina behörigheter", "Your accesses"),
    deskTitle: text("Tilganger", "Behörigheter", "Accesses"),
    words: {
      door_id: door,
      door_group_id: text("Dørgruppe", "Dörrgrupp", "Door group"),
      group_id: group,
      unit_id: unit,
      role,
      ...validity,
      schedule_id: text("Tidsplan", "Tidsschema", "Schedule"),
    },
  },
  credentials: {
    title: text(
      "Kort, brikker, telefonpass og PIN",
      "Kort, taggar, telefonpass och PIN",
      "Cards, fobs, phone passes and PINs",
    ),
    words: {
      kind: {
        ...text("Type", "Typ", "Kind"),
        values: {
          card: text("kort", "kort", "card"),
          fob: text("brikke", "tagg", "fob"),
          "phone-pass": text("telefonpass", "telefonpass", "phone pass"),
          pin: text("PIN", "PIN", "PIN"),
        },
      },
      number_hash: text("Nummer", "Nummer", "Number"),
      duress_hash: text("PIN under tvang", "PIN under tvång", "Duress PIN"),
      label: text("Merket", "Märkt", "Labelled"),
      blocked_at: text("Sperret", "Spärrat", "Blocked"),
      opens_since: text("Åpner siden", "Öppnar sedan", "Opens since"),
    },
  },
  extendedTimes: {
    title: text(
      "At dørene er ulåst lenger for deg",
      "Att dörrarna är olåsta längre för dig",
      "That doors stay unlocked for longer for you",
    ),
    deskTitle: text(
      "At dørene er ulåst lenger for personen",
      "Att dörrarna är olåsta längre för personen",
      "That doors stay unlocked for longer for the person",
    ),
    words: { created_at: text("Siden", "Sedan", "Since") },
  },
  openingRequests: {
    title: text(
      "Når du nettopp har bedt om å åpne en dør som ikke logger hvem",
      "När du nyss har bett om att öppna en dörr som inte loggar vem",
      "When you have just asked to open a door that does not log who",
    ),
    deskTitle: text(
      "Ønsker om å åpne en dør, de siste ti minuttene",
      "Begäranden om att öppna en dörr, de senaste tio minuterna",
      "Requests to open a door, of the last ten minutes",
    ),
    words: { door_id: door, outcome, reason },
  },
  contactLookups: {
    title: text(
      "Når du har søkt etter noen med adresse eller nummer",
      "När du har sökt efter någon med adress eller nummer",
      "When you looked for somebody by address or number",
    ),
    deskTitle: text(
      "Søk etter noen med adresse eller nummer",
      "Sökningar efter någon med adress eller nummer",
      "Searches for somebody by address or number",
    ),
  },
  invitations: {
    title: text(
      "Invitasjoner, sendt og mottatt",
      "Inbjudningar, skickade och mottagna",
      "Invitations, sent and received",
    ),
    words: {
      door_id: door,
      invited_by: text("Invitert av", "Inbjuden av", "Invited by"),
      role,
      ...validity,
    },
  },
  logHolders: {
    title: text(
      "Nummeret ditt i dørenes logg",
      "Ditt nummer i dörrarnas logg",
      "Your number in the doors' logs",
    ),
    deskTitle: text(
      "Personens nummer i dørenes logg",
      "Personens nummer i dörrarnas logg",
      "The person's number in the doors' logs",
    ),
  },
  passages: {
    title: text("Passeringer", "Passager", "Passages"),
    words: {
      door_id: door,
      holder_id: text("Nummeret ditt i loggen", "Ditt nummer i loggen", "Your number in the log"),
      expires_at: text("Slettes", "Raderas", "Deleted"),
      received_at: text("Meldt", "Rapporterad", "Reported"),
      credential: {
        ...text("Åpnet med", "Öppnad med", "Opened with"),
        values: {
          remote: text("appen", "appen", "the app"),
          app: text("appen", "appen", "the app"),
          card: text("kort", "kort", "card"),
          fob: text("brikke", "tagg", "fob"),
          pin: text("PIN", "PIN", "PIN"),
          "phone-pass": text("telefonpass", "telefonpass", "phone pass"),
          code: text("kode gitt av", "kod given av", "code given by"),
          button: text("knapp", "knapp", "button"),
        },
      },
      access_point: {
        ...text("Leser", "Läsare", "Reader"),
        values: {
          in: text("ute, på vei inn", "ute, på väg in", "outside, coming in"),
          out: text("inne, på vei ut", "inne, på väg ut", "inside, going out"),
        },
      },
      outcome,
      reason,
    },
  },
} as const;
