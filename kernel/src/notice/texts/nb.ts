import { changeWords } from "#api/notice-changes.ts";
import { recipientWords, sourceWords } from "#party-words.ts";
import { wordsIn } from "@terskel/platform/i18n";
import type { Catalogue } from "@terskel/platform/i18n";
import type { NoticeTexts } from "./en.ts";

export const nb: Catalogue<NoticeTexts> = {
  title: "Personvernerklæring",
  of: (name) => `Personvernerklæring for ${name}`,
  lead: "Hva som er lagret om deg, hvorfor, hvem som ser det, og når det forsvinner. Siden er laget av reglene som tjenesten selv kjører etter.",
  languages: "Språk",
  contents: "På denne siden",
  contactLink: "Kontakt og hjelp",
  summary: "Kort sagt",
  decidesFor: (controller, operator) =>
    `${controller} bestemmer hvorfor og hvordan opplysningene dine brukes. ${operator} driver tjenesten for dem.`,
  decidesAlone: (controller) =>
    `${controller} driver tjenesten, og bestemmer hvorfor og hvordan opplysningene dine brukes.`,
  alsoController: (operator, count) =>
    count === 1
      ? `For ett formål bestemmer ${operator} selv. Tabellen sier hvilket.`
      : `For ${count} formål bestemmer ${operator} selv. Tabellen sier hvilke.`,
  purposesCount: (count) => `Opplysningene brukes til ${count} formål, og ikke til noe annet.`,
  leavesBySelf: "Det som har stått tiden sin ut, slettes av seg selv innen 24 timer.",
  rightsShort: "Du kan når som helst se, rette, slette og ta med deg det som er lagret om deg.",
  noConsent: "Ingenting bygger på samtykke i dag.",
  someConsent: (count) =>
    count === 1
      ? "Ett formål bygger på samtykket ditt."
      : `${count} formål bygger på samtykket ditt.`,
  noMachine: "Ingen maskin avgjør noe om deg alene, og det lages ingen profil av deg.",
  complainShort: (authority) => `Du kan klage til ${authority}.`,
  who: "Hvem som har ansvaret",
  controller: "Behandlingsansvarlig",
  processor: "Databehandler",
  bothRoles: "Behandlingsansvarlig og operatør",
  controllerHint: "Bestemmer hvorfor og hvordan opplysningene dine brukes.",
  processorHint: "Driver tjenesten, etter den behandlingsansvarliges instruks.",
  processorAlso: "Er selv behandlingsansvarlig for formålene som tabellen merker slik.",
  name: "Navn",
  number: "Organisasjonsnummer",
  address: "Adresse",
  phone: "Telefon",
  email: "E-post",
  notGiven: "ikke oppgitt ennå",
  byWayOf: (operator) => `(gjennom ${operator})`,
  privacyContact: "Spørsmål om personopplysninger",
  privacyContactHint: "Den som svarer på spørsmål om personopplysninger og om denne erklæringen:",
  asController: "skriv til den behandlingsansvarlige, som over",
  ownWords: (name) => `Med egne ord fra ${name}`,
  scope: "Hva erklæringen gjelder",
  covers:
    "Kontoen din, det du gjør i portalen og ved dørene, besøkene dine på dette nettstedet, og når du skriver, ringer eller møter opp.",
  coversOperator:
    "Kontoen din, det du gjør i portalen og på dette nettstedet, og når du skriver, ringer eller møter opp, som ansatt hos oss, kontaktperson hos en bedrift eller besøkende.",
  about: "Den handler om:",
  atWork:
    "Du trenger ikke samtykke til noe for å arbeide her. Det som gjøres, bygger på grunnlagene i tabellen. Dørloggen brukes til det tabellen sier, og ikke til noe annet.",
  atWorkIn: {
    NO: "I Norge må et kontrolltiltak på arbeidsplassen ha saklig grunn og ikke være en uforholdsmessig belastning, og det drøftes med de tillitsvalgte (arbeidsmiljøloven § 9-1 og § 9-2).",
    SE: "I Sverige forhandler en arbeidsgiver med kollektivavtale med fagforeningen før viktige endringer blir bestemt (medbestämmandelagen 11 §).",
  },
  leaves:
    "Den gjelder ikke det andre gjør. En lenke som fører til en annens tjeneste, er merket med ↗. Der gjelder den tjenestens egen erklæring. Logger du inn med eID, kommer du til eID-leverandøren.",
  away: "fører ut av det denne erklæringen gjelder",
  purposes: "Hva opplysningene brukes til",
  purposesLead:
    "Til hva, på hvilket grunnlag og hvor lenge. Under Mer: hvilke opplysninger, fra hvem og til hvem.",
  groups: {
    access: "Dørene og loggen",
    identity: "Kontoen din, og hjelp",
    customers: "Kunder og markedsføring",
  },
  otherPurposes: (count) => `${count} til: rettighetene dine, kontroll og orden i tjenesten`,
  more: "Mer",
  purpose: "Til hva",
  ground: "På hvilket grunnlag",
  data: "Hvilke opplysninger",
  keep: "Hvor lenge",
  alsoKept: "Noe annerledes: se Mer.",
  interest: "Interessen:",
  from: "Fra",
  to: "Til",
  nobody: "ingen",
  bases: {
    consent: "Samtykket ditt (art. 6 nr. 1 a)",
    contract: "En avtale med deg (art. 6 nr. 1 b)",
    "legal-obligation": "En rettslig forpliktelse (art. 6 nr. 1 c)",
    "legitimate-interest": "En berettiget interesse (art. 6 nr. 1 f)",
  },
  allData: "Alt som er lagret om deg.",
  keepAccount: "så lenge du har kontoen",
  keepAgreement: "så lenge du hører til organisasjonen",
  operatorIs: {
    controller: (operator) => `${operator} er behandlingsansvarlig`,
    processor: (operator) => `${operator} er databehandler`,
  },
  alsoDone: "Dette gjøres også, for opplysningenes skyld og uten å bruke det som står i dem:",
  sources: wordsIn(sourceWords, "nb"),
  recipients: wordsIn(recipientWords, "nb"),
  kinds: "Hvilke opplysninger, og hvor lenge de lagres",
  kindsLead:
    "Det som har stått tiden sin ut, er straks usynlig for alle og slettes innen 24 timer. Lenger lagres det bare når en lov eller en tvist krever det, eller mens du har bedt om at bruken begrenses.",
  kindsOpen: (count) => `Alle ${count} slags opplysninger, én for én`,
  recipientsTitle: "Hvem som får opplysninger",
  recipientsLead: "Opplysninger går til disse, for formålene over, og til ingen andre:",
  storedIn: (country) => `De lagres i ${country}.`,
  suppliersAre: {
    "storage provider": "lagringsleverandøren",
    "server provider": "serverleverandøren",
  },
  transfers: "Utenfor EU og EØS",
  noTransfers: "Ingen mottaker utenfor EU og EØS er ført opp, så ingen opplysninger sendes dit.",
  given: "Må du gi opplysningene?",
  givenNeeded:
    "Der grunnlaget er en avtale, trengs opplysningene. Uten dem kan du ikke ha konto eller åpne dører med den.",
  givenVoluntary:
    "Resten velger du selv: bilde, telefonnummer, passnøkkel. Lar du det være, går du bare glipp av det som opplysningen er til.",
  givenByLaw:
    "Når du bruker rettighetene dine, må vi kunne vite at det er deg. Uten det kan du ikke få svar.",
  machine: "Avgjørelser tatt av maskiner, og profiler",
  machineNone:
    "Ingenting om deg avgjøres av en maskin alene med rettslig eller like alvorlig virkning (art. 22), og det lages ingen profil av deg. En dør åpner etter tilgangen som et menneske har gitt deg.",
  machineSome: "Dette avgjøres av en maskin alene:",
  profiling: "Det lages en profil av deg for:",
  consent: "Samtykke",
  consentNone:
    "Ingenting bygger på samtykket ditt i dag, så det er ikke noe å trekke tilbake. Skulle det endre seg, kan du trekke det tilbake når som helst, like lett som det ble gitt, og det som bygger på det, stanser med en gang.",
  consentSome:
    "Disse formålene bygger på samtykket ditt. Du kan når som helst trekke det tilbake under Dine valg nederst på hver side, like lett som det ble gitt. Det som bygger på det, stanser med en gang. Det som ble gjort før, er fortsatt lovlig.",
  rights: "Rettighetene dine, og hvordan du bruker dem",
  rightsHow: "Er du innlogget, bruker du alle under",
  rightsHowWithout: "Uten konto kan du",
  myData: "Mine opplysninger og rettigheter",
  ask: "spørre med e-postadresse",
  rightsTime: "Du får svar innen én måned. Det koster ingenting.",
  rightsList: {
    access: ["Se dem", "hva som er lagret om deg, og en kopi av alt, så ofte du vil"],
    rectification: ["Rette dem", "det meste gjør du selv på Min profil; resten ber du om"],
    erasure: [
      "Slette dem",
      "alt som ingen lov krever lagret; det som må bli, låses bort, og du får vite hvorfor",
    ],
    restriction: ["Begrense bruken", "opplysningene blir bare lagret mens noe avklares"],
    objection: [
      "Protestere",
      "mot det som bygger på en berettiget interesse; markedsføring og profilering stanser straks",
    ],
    portability: ["Ta dem med deg", "det du har gitt, som en fil andre tjenester kan lese"],
  },
  article: (number) => `art. ${number}`,
  objectTo: "Du kan protestere mot:",
  complain: "Hvis du mener noe er feil",
  complainText:
    "Si gjerne fra til oss først, men du må ikke. Du kan alltid klage til tilsynsmyndigheten:",
  contact: "Kontakt og hjelp",
  contactText: "Spør om noe på denne siden, eller få hjelp med tjenesten:",
  supportCase: "Har du konto her, kan du spørre i en supportsak og følge svaret.",
  madeFrom:
    "Siden er laget av deklarasjonene som tjenesten kjører etter. Hvert utsagn navngir deklarasjonen det kommer fra.",
  asData: "Det samme som data (JSON)",
  declarations: "Alle deklarasjoner (JSON)",
  choices: "Dine valg",
  versions: "Alle versjoner",
  version: (number) => `Versjon ${number}`,
  isInForce: "Gjelder",
  comesInForce: "Trer i kraft",
  wasInForce: "Gjaldt",
  material: "Endringen ble varslet til alle registrerte.",
  isMaterial: "vesentlig",
  readVersion: "Les den",
  older: "Eldre versjoner",
  toNotice: "Til erklæringen som gjelder",
  compareWith: (number) => `Sammenlign med versjon ${number}`,
  compared: (before, after) => `Versjon ${before} og versjon ${after}, side om side`,
  whatChanged: "Hva som er endret",
  onlyWording:
    "De to sier det samme. Bare ordlyden i overskrifter og forklaringer kan være en annen.",
  changesSoon: "Den endres",
  seeChanges: "Se hva som endres",
  oldVersion: "Dette er en gammel versjon, oppbevart slik den ble offentliggjort.",
  comingVersion: "Denne versjonen er varslet, og gjelder ikke ennå.",
  changes: wordsIn(changeWords, "nb"),
  letter: {
    subject: (name) => `${name} endrer personvernerklæringen`,
    text: (name, who, when) => `Hei ${who},

${name} endrer hvordan personopplysninger om deg brukes. Endringen gjelder ${when} Til da gjelder de gamle reglene.

Dette er nytt:`,
    more: (compare, rights) => `Se det side om side: ${compare}
Protester, slett eller spør: ${rights}`,
    sms: (name, when, compare) =>
      `${name} endrer personvernerklæringen ${when} Dette er nytt: ${compare}`,
  },
  notFound: "Denne personvernerklæringen finnes ikke",
  notFoundText: "Organisasjonen bruker ikke denne tjenesten, eller gjør det ikke lenger.",
  operatorsNotice: "Operatørens personvernerklæring",
};
