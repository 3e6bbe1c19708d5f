import { customerKinds, groundAtWork, text } from "@terskel/kernel";

/** An operator has no doors of its own: premises that it uses itself are an organisation like others (docs/decisions/0047). */
export const kinds = customerKinds;
/** Where units are: a flat or an office that somebody lives or works in, or rents. */
export const lettingKinds = ["housing", "office"] as const;

// The organisation decides who may pass its doors, and why; the operator carries it out (GDPR Art. 28).
const controller = "organisation" as const;
const interest = { basis: "legitimate-interest", controller } as const;

export const byContract = { basis: "contract", controller, kinds } as const;

/** Who has access is decided for people, also for those who have no agreement about it. */
export const toAdminister = { ...byContract, groundOf: groundAtWork } as const;

export const forSafety = {
  ...interest,
  kinds,
  interest: text(
    "Å vite at bare de som skal det, kommer inn, og å kunne finne ut av feil og misbruk ved døren",
    "Att veta att bara de som ska det kommer in, och att kunna utreda fel och missbruk vid dörren",
    "Knowing that only those who should come in do, and being able to look into faults and misuse at the door",
  ),
  groundOf: {
    housing: {
      ...interest,
      interest: text(
        "Beboernes trygghet: at bare de som skal det, kommer inn, og at feil og misbruk ved døren kan finnes ut av",
        "De boendes trygghet: att bara de som ska det kommer in, och att fel och missbruk vid dörren kan utredas",
        "The residents' safety: that only those who should come in do, and that faults and misuse at the door can be looked into",
      ),
    },
    shop: {
      ...interest,
      interest: text(
        "Sikkerheten til ansatte, varer og butikk: at bare de som skal det, kommer inn, og at feil og misbruk ved døren kan finnes ut av",
        "Säkerheten för anställda, varor och butik: att bara de som ska det kommer in, och att fel och missbruk vid dörren kan utredas",
        "The safety of employees, goods and shop: that only those who should come in do, and that faults and misuse at the door can be looked into",
      ),
    },
    employer: {
      ...interest,
      interest: text(
        "Sikkerheten til mennesker og verdier på arbeidsplassen: at bare de som skal det, kommer inn, og at feil og misbruk ved døren kan finnes ut av",
        "Säkerheten för människor och värden på arbetsplatsen: att bara de som ska det kommer in, och att fel och missbruk vid dörren kan utredas",
        "The safety of people and property at the workplace: that only those who should come in do, and that faults and misuse at the door can be looked into",
      ),
    },
  },
} as const;

const whoHasAnErrand = {
  ...interest,
  interest: text(
    "At den som arbeider der, kan slippe inn den som har et ærend",
    "Att den som arbetar där kan släppa in den som har ett ärende",
    "That whoever works there can let in those who have an errand",
  ),
} as const;

export const toHelp = {
  ...interest,
  kinds,
  interest: text(
    "At den som har en dør, kan slippe inn dem de vil",
    "Att den som har en dörr kan släppa in dem de vill",
    "That whoever has a door can let in whom they want",
  ),
  groundOf: { office: whoHasAnErrand, shop: whoHasAnErrand, employer: whoHasAnErrand },
} as const;

const workers = text(
  "Administrere bygg, dører, dørsentraler og hvem som arbeider der",
  "Administrera byggnader, dörrar, dörrcentraler och vilka som arbetar där",
  "Administer buildings, doors, door controllers and who works there",
);
/** What it is called where nobody lives, or nobody works. */
export const administered = {
  housing: text(
    "Administrere bygg, dører, dørsentraler, boliger og hvem som bor og leier der",
    "Administrera byggnader, dörrar, dörrcentraler, bostäder och vilka som bor och hyr där",
    "Administer buildings, doors, door controllers, homes and who lives and rents there",
  ),
  office: text(
    "Administrere bygg, dører, dørsentraler, lokaler og hvem som arbeider og leier der",
    "Administrera byggnader, dörrar, dörrcentraler, lokaler och vilka som arbetar och hyr där",
    "Administer buildings, doors, door controllers, premises and who works and rents there",
  ),
  shop: workers,
  employer: workers,
} as const;

const management = text(
  "Gi videre en fil fra en dørs logg til noen som trenger den, for eksempel ledelsen eller politiet",
  "Lämna vidare en fil ur en dörrs logg till någon som behöver den, till exempel ledningen eller polisen",
  "Hand a file from a door's log on to somebody who needs it, such as the management or the police",
);
export const handedOn = { office: management, shop: management, employer: management } as const;
