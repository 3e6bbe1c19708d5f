import type { Activity } from "@terskel/kernel";

// The organisation decides who may pass its doors, and why; the operator carries it out (GDPR Art. 28).
const byContract = { basis: "contract", controller: "organisation" } as const;
const forSafety = {
  basis: "legitimate-interest",
  interest: {
    nb: "Å vite at bare de som skal det, kommer inn, og å kunne finne ut av feil og misbruk ved døren",
    sv: "Att veta att bara de som ska det kommer in, och att kunna utreda fel och missbruk vid dörren",
    en: "Knowing that only those who should come in do, and being able to look into faults and misuse at the door",
  },
  controller: "organisation",
} as const;
const toHelp = {
  basis: "legitimate-interest",
  interest: {
    nb: "At den som har en dør, kan slippe inn dem de vil",
    sv: "Att den som har en dörr kan släppa in dem de vill",
    en: "That whoever has a door can let in whom they want",
  },
  controller: "organisation",
} as const;
/** Locking somebody out of their home is no way to restrict the use of their data (Art. 18(2)). */
const ownAct = {
  whileRestricted: {
    nb: "Personen åpner selv døren, og vil fortsatt inn.",
    sv: "Personen öppnar själv dörren och vill fortfarande in.",
    en: "The person opens the door themselves, and still wants to come in.",
  },
};

export const activities: readonly Activity[] = [
  {
    ...byContract,
    id: "access.administer-doors",
    purpose: {
      nb: "Administrere bygg, dører, dørsentraler, enheter og hvem som bor eller arbeider der",
      sv: "Administrera byggnader, dörrar, dörrcentraler, enheter och vilka som bor eller arbetar där",
      en: "Administer buildings, doors, door controllers, units and who lives or works there",
    },
    subjects: ["member"],
    sources: ["the organisation"],
    recipients: ["the organisation's administrators", "the door's administrators"],
    promises: ["A11", "C5"],
  },
  {
    ...byContract,
    id: "access.administer-grants",
    purpose: {
      nb: "Gi og ta tilbake tilgang: grupper, kort og brikker",
      sv: "Ge och ta tillbaka behörighet: grupper, kort och taggar",
      en: "Give and take back access: groups, grants, cards and fobs",
    },
    subjects: ["member"],
    sources: ["the organisation"],
    recipients: ["the organisation's administrators", "the door's administrators"],
    promises: ["A11", "C6"],
  },
  {
    ...toHelp,
    id: "access.invite",
    purpose: {
      nb: "Invitere noen til en dør med e-post",
      sv: "Bjuda in någon till en dörr med e-post",
      en: "Invite someone to a door by e-mail",
    },
    subjects: ["invited person", "member"],
    sources: ["the organisation"],
    recipients: ["the person", "the door's administrators", "e-mail provider"],
    promises: ["C7"],
  },
  {
    ...byContract,
    id: "access.accept-invitation",
    purpose: {
      nb: "La den som er invitert, ta imot tilgangen",
      sv: "Låta den som är inbjuden ta emot behörigheten",
      en: "Let an invited person accept the access",
    },
    subjects: ["invited person", "account holder", "member"],
    sources: ["the person"],
    recipients: ["the person", "the door's administrators"],
    promises: ["C7"],
  },
  {
    ...byContract,
    ...ownAct,
    id: "access.open-doors",
    purpose: {
      nb: "Åpne dører for den som har tilgang, og vise hvilke det er",
      sv: "Öppna dörrar för den som har behörighet, och visa vilka det är",
      en: "Open doors for whoever has access, and show which they are",
    },
    // The trail is kept for years, and would say for as long who was where.
    ownTrail: {
      nb: "Åpninger står i loggen for døren, så lenge som dørens administrator har bestemt.",
      sv: "Öppningar står i dörrens logg, så länge som dörrens administratör har bestämt.",
      en: "Openings stand in the door's log, for as long as the door's administrator has set.",
    },
    subjects: ["member"],
    sources: ["the person", "the door"],
    recipients: ["the person"],
    promises: ["A11", "C6"],
  },
  {
    ...byContract,
    whileRestricted: {
      nb: "Personen viser selv passet sitt ved døren, og melder selv kortet sitt tapt, så det ikke åpner for den som finner det.",
      sv: "Personen visar själv sitt pass vid dörren, och anmäler själv sitt kort förlorat, så att det inte öppnar för den som hittar det.",
      en: "The person shows their own pass at the door, and reports their own card lost, so that it does not open for whoever finds it.",
    },
    id: "access.own-credentials",
    purpose: {
      nb: "Vise en person kortene, brikkene, telefonpasset og PIN-en sin og kodene personen gir andre, og sperre det personen mister",
      sv: "Visa en person sina kort, taggar, telefonpass, sin PIN och de koder som personen ger andra, och spärra det som personen förlorar",
      en: "Show a person their cards, fobs, phone pass and PIN and the codes they give others, and block what the person loses",
    },
    subjects: ["member"],
    sources: ["the organisation", "the person"],
    recipients: ["the person", "the organisation's administrators"],
    promises: ["C6"],
  },
  {
    ...byContract,
    ...ownAct,
    id: "access.read-own-log",
    purpose: {
      nb: "Vise en person hvilke dører de har åpnet, og når",
      sv: "Visa en person vilka dörrar de har öppnat, och när",
      en: "Show a person which doors they opened, and when",
    },
    subjects: ["member"],
    sources: ["the door"],
    recipients: ["the person"],
    promises: ["C4", "C9"],
  },
  {
    ...forSafety,
    id: "access.read-door-log",
    purpose: {
      nb: "Vise dem som administrerer en dør, hvem som har brukt den, og når",
      sv: "Visa dem som administrerar en dörr vem som har använt den, och när",
      en: "Show those who administer a door who used it, and when",
    },
    subjects: ["member"],
    sources: ["the door"],
    recipients: ["the door's administrators"],
    promises: ["C4"],
  },
  {
    // Reading and handing on are two purposes: who reads a log has its doors, who gets a file has not.
    ...forSafety,
    id: "access.hand-on-log",
    purpose: {
      nb: "Gi videre en fil fra en dørs logg til noen som trenger den, for eksempel styret eller politiet",
      sv: "Lämna vidare en fil ur en dörrs logg till någon som behöver den, till exempel styrelsen eller polisen",
      en: "Hand a file from a door's log on to somebody who needs it, such as the board or the police",
    },
    subjects: ["member"],
    sources: ["the door"],
    recipients: ["whoever needs a file from a log"],
    promises: ["C4", "A14"],
  },
  {
    id: "access.statistics",
    basis: "legitimate-interest",
    interest: {
      nb: "Å vite hvor mye dørene brukes, så de kan bli bedre og vare lenger",
      sv: "Att veta hur mycket dörrarna används, så att de kan bli bättre och hålla längre",
      en: "Knowing how much the doors are used, so that they get better and last longer",
    },
    controller: "organisation",
    purpose: {
      nb: "Telle hvor mye dørene brukes, uke for uke, i tall som ikke kan føres tilbake til noen",
      sv: "Räkna hur mycket dörrarna används, vecka för vecka, i siffror som inte kan härledas till någon",
      en: "Count how much the doors are used, week by week, in figures that lead back to nobody",
    },
    subjects: ["member"],
    sources: ["the door"],
    recipients: ["the organisation's administrators"],
    promises: ["A8"],
  },
  {
    ...byContract,
    id: "access.import",
    purpose: {
      nb: "Lese inn personer, enheter og tilganger fra organisasjonens regneark",
      sv: "Läsa in personer, enheter och behörigheter från organisationens kalkylblad",
      en: "Import persons, units and grants from the organisation's spreadsheet",
    },
    subjects: ["member"],
    sources: ["the organisation"],
    recipients: ["the organisation's administrators"],
    promises: ["A10", "A11"],
  },
  {
    ...byContract,
    ...ownAct,
    id: "access.run-controllers",
    purpose: {
      nb: "La dørene avgjøre selv hvem de åpner for, og ta imot det som skjedde ved dem",
      sv: "Låta dörrarna själva avgöra vem de öppnar för, och ta emot det som hände vid dem",
      en: "Let the doors decide for themselves whom they open for, and take in what happened at them",
    },
    ownTrail: {
      nb: "Tilgangslistene følger av tilgangene, og det som skjer ved en dør, står i loggen dens.",
      sv: "Behörighetslistorna följer av behörigheterna, och det som händer vid en dörr står i dess logg.",
      en: "Access lists follow from the access given, and what happens at a door stands in its log.",
    },
    subjects: ["member", "visitor"],
    sources: ["the organisation", "the door"],
    recipients: ["the door's administrators"],
    promises: ["A11", "C4"],
  },
  {
    id: "access.share-with-integrations",
    basis: "legitimate-interest",
    interest: {
      nb: "At den som styrer en dør for organisasjonen, vet hvem som bruker den",
      sv: "Att den som styr en dörr åt organisationen vet vem som använder den",
      en: "That whoever controls a door for the organisation knows who uses it",
    },
    controller: "organisation",
    purpose: {
      nb: "La en tredjepart som styrer dører for organisasjonen, se hvem som bruker disse dørene, og når",
      sv: "Låta en tredje part som styr dörrar åt organisationen se vem som använder de dörrarna, och när",
      en: "Let a third party that controls doors for the organisation see who uses those doors, and when",
    },
    subjects: ["member"],
    sources: ["the organisation", "the eID", "the door"],
    recipients: ["a third party that controls doors"],
    promises: ["C10"],
  },
];
