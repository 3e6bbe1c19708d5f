import { changeWords } from "#api/notice-changes.ts";
import { recipientWords, sourceWords } from "#party-words.ts";
import { wordsIn } from "@terskel/platform/i18n";
import type { Catalogue } from "@terskel/platform/i18n";
import type { NoticeTexts } from "./en.ts";

export const sv: Catalogue<NoticeTexts> = {
  title: "Integritetspolicy",
  of: (name) => `Integritetspolicy för ${name}`,
  lead: "Vad som är lagrat om dig, varför, vem som ser det och när det försvinner. Sidan är gjord av reglerna som tjänsten själv går efter.",
  languages: "Språk",
  contents: "På den här sidan",
  contactLink: "Kontakt och hjälp",
  summary: "I korthet",
  decidesFor: (controller, operator) =>
    `${controller} bestämmer varför och hur dina uppgifter används. ${operator} driver tjänsten åt dem.`,
  decidesAlone: (controller) =>
    `${controller} driver tjänsten och bestämmer varför och hur dina uppgifter används.`,
  alsoController: (operator, count) =>
    count === 1
      ? `För ett ändamål bestämmer ${operator} själv. Tabellen säger vilket.`
      : `För ${count} ändamål bestämmer ${operator} själv. Tabellen säger vilka.`,
  purposesCount: (count) => `Uppgifterna används till ${count} ändamål och inte till något annat.`,
  leavesBySelf: "Det som har stått sin tid ut raderas av sig självt inom 24 timmar.",
  rightsShort: "Du kan när som helst se, rätta, radera och ta med dig det som är lagrat om dig.",
  noConsent: "Inget vilar på samtycke i dag.",
  someConsent: (count) =>
    count === 1
      ? "Ett ändamål vilar på ditt samtycke."
      : `${count} ändamål vilar på ditt samtycke.`,
  noMachine: "Ingen maskin avgör något om dig ensam, och ingen profil görs av dig.",
  complainShort: (authority) => `Du kan klaga hos ${authority}.`,
  who: "Vem som har ansvaret",
  controller: "Personuppgiftsansvarig",
  processor: "Personuppgiftsbiträde",
  bothRoles: "Personuppgiftsansvarig och operatör",
  controllerHint: "Bestämmer varför och hur dina uppgifter används.",
  processorHint: "Driver tjänsten, enligt den personuppgiftsansvarigas instruktioner.",
  processorAlso: "Är själv personuppgiftsansvarig för de ändamål som tabellen märker så.",
  name: "Namn",
  number: "Organisationsnummer",
  address: "Adress",
  phone: "Telefon",
  email: "E-post",
  notGiven: "inte angivet ännu",
  byWayOf: (operator) => `(genom ${operator})`,
  privacyContact: "Frågor om personuppgifter",
  privacyContactHint: "Den som svarar på frågor om personuppgifter och om den här informationen:",
  asController: "skriv till den personuppgiftsansvariga, som ovan",
  ownWords: (name) => `Med egna ord från ${name}`,
  scope: "Vad informationen gäller",
  covers:
    "Ditt konto, det du gör i portalen och vid dörrarna, dina besök på den här webbplatsen, och när du skriver, ringer eller kommer förbi.",
  coversOperator:
    "Ditt konto, det du gör i portalen och på den här webbplatsen, och när du skriver, ringer eller kommer på besök, som anställd hos oss, kontaktperson på ett företag eller besökare.",
  about: "Den handlar om:",
  atWork:
    "Du behöver inte samtycka till något för att arbeta här. Det som görs vilar på grunderna i tabellen. Dörrloggen används till det som tabellen säger, och inte till något annat.",
  atWorkIn: {
    NO: "I Norge måste en kontrollåtgärd på arbetsplatsen ha saklig grund och inte vara en oproportionerlig belastning, och den diskuteras med arbetstagarnas företrädare (arbeidsmiljøloven § 9-1 och § 9-2).",
    SE: "I Sverige förhandlar en arbetsgivare som är bunden av kollektivavtal med facket före beslut om viktigare förändringar (medbestämmandelagen 11 §).",
  },
  leaves:
    "Den gäller inte det andra gör. En länk som leder till någon annans tjänst är märkt med ↗. Där gäller den tjänstens egen information. Loggar du in med e-legitimation kommer du till dess leverantör.",
  away: "leder ut ur det som den här informationen gäller",
  purposes: "Vad uppgifterna används till",
  purposesLead:
    "Till vad, på vilken grund och hur länge. Under Mer: vilka uppgifter, från vem och till vem.",
  groups: {
    access: "Dörrarna och loggen",
    identity: "Ditt konto, och hjälp",
    customers: "Kunder och marknadsföring",
  },
  otherPurposes: (count) => `${count} till: dina rättigheter, kontroll och ordning i tjänsten`,
  more: "Mer",
  purpose: "Till vad",
  ground: "På vilken grund",
  data: "Vilka uppgifter",
  keep: "Hur länge",
  alsoKept: "Något annorlunda: se Mer.",
  interest: "Intresset:",
  from: "Från",
  to: "Till",
  nobody: "ingen",
  bases: {
    consent: "Ditt samtycke (art. 6.1 a)",
    contract: "Ett avtal med dig (art. 6.1 b)",
    "legal-obligation": "En rättslig förpliktelse (art. 6.1 c)",
    "legitimate-interest": "Ett berättigat intresse (art. 6.1 f)",
  },
  allData: "Allt som är lagrat om dig.",
  keepAccount: "så länge du har kontot",
  keepAgreement: "så länge du hör till organisationen",
  operatorIs: {
    controller: (operator) => `${operator} är personuppgiftsansvarig`,
    processor: (operator) => `${operator} är personuppgiftsbiträde`,
  },
  alsoDone: "Detta görs också, för uppgifternas skull och utan att använda det som står i dem:",
  sources: wordsIn(sourceWords, "sv"),
  recipients: wordsIn(recipientWords, "sv"),
  kinds: "Vilka uppgifter, och hur länge de lagras",
  kindsLead:
    "Det som har stått sin tid ut är genast osynligt för alla och raderas inom 24 timmar. Längre lagras det bara när en lag eller en tvist kräver det, eller medan du har bett om att användningen begränsas.",
  kindsOpen: (count) => `Alla ${count} slags uppgifter, en för en`,
  recipientsTitle: "Vem som får uppgifter",
  recipientsLead: "Uppgifter går till dessa, för ändamålen ovan, och till inga andra:",
  storedIn: (country) => `De lagras i ${country}.`,
  suppliersAre: {
    "storage provider": "lagringsleverantören",
    "server provider": "serverleverantören",
  },
  transfers: "Utanför EU och EES",
  noTransfers: "Ingen mottagare utanför EU och EES är angiven, så inga uppgifter skickas dit.",
  given: "Måste du lämna uppgifterna?",
  givenNeeded:
    "Där grunden är ett avtal behövs uppgifterna. Utan dem kan du inte ha ett konto eller öppna dörrar med det.",
  givenVoluntary:
    "Resten väljer du själv: bild, telefonnummer, passnyckel. Låter du bli går du bara miste om det som uppgiften är till för.",
  givenByLaw:
    "När du använder dina rättigheter måste vi kunna veta att det är du. Utan det kan du inte få svar.",
  machine: "Beslut av maskiner, och profiler",
  machineNone:
    "Inget om dig avgörs av en maskin ensam med rättslig eller lika allvarlig verkan (art. 22), och ingen profil görs av dig. En dörr öppnar efter den behörighet som en människa har gett dig.",
  machineSome: "Detta avgörs av en maskin ensam:",
  profiling: "En profil görs av dig för:",
  consent: "Samtycke",
  consentNone:
    "Inget vilar på ditt samtycke i dag, så det finns inget att återkalla. Skulle det ändras kan du återkalla det när som helst, lika lätt som det gavs, och det som vilar på det upphör genast.",
  consentSome:
    "De här ändamålen vilar på ditt samtycke. Du kan när som helst återkalla det under Dina val längst ner på varje sida, lika lätt som det gavs. Det som vilar på det upphör genast. Det som gjordes dessförinnan är fortfarande lagligt.",
  rights: "Dina rättigheter, och hur du använder dem",
  rightsHow: "Är du inloggad använder du alla under",
  rightsHowWithout: "Utan konto kan du",
  myData: "Mina uppgifter och rättigheter",
  ask: "fråga med e-postadress",
  rightsTime: "Du får svar inom en månad. Det kostar inget.",
  rightsList: {
    access: ["Se dem", "vad som är lagrat om dig, och en kopia av allt, så ofta du vill"],
    rectification: ["Rätta dem", "det mesta gör du själv på Min profil; resten ber du om"],
    erasure: [
      "Radera dem",
      "allt som ingen lag kräver lagrat; det som måste stanna låses in, och du får veta varför",
    ],
    restriction: ["Begränsa användningen", "uppgifterna lagras bara medan något klarläggs"],
    objection: [
      "Invända",
      "mot det som vilar på ett berättigat intresse; marknadsföring och profilering upphör genast",
    ],
    portability: ["Ta med dem", "det du har lämnat, som en fil som andra tjänster kan läsa"],
  },
  article: (number) => `art. ${number}`,
  objectTo: "Du kan invända mot:",
  complain: "Om du tycker att något är fel",
  complainText:
    "Säg gärna till oss först, men du måste inte. Du kan alltid klaga hos tillsynsmyndigheten:",
  contact: "Kontakt och hjälp",
  contactText: "Fråga om något på den här sidan, eller få hjälp med tjänsten:",
  supportCase: "Har du ett konto här kan du fråga i ett supportärende och följa svaret.",
  madeFrom:
    "Sidan är gjord av deklarationerna som tjänsten går efter. Varje utsaga namnger deklarationen som den kommer från.",
  asData: "Detsamma som data (JSON)",
  declarations: "Alla deklarationer (JSON)",
  choices: "Dina val",
  versions: "Alla versioner",
  version: (number) => `Version nr ${number}`,
  isInForce: "Gäller",
  comesInForce: "Träder i kraft",
  wasInForce: "Gällde",
  material: "Ändringen meddelades alla registrerade.",
  isMaterial: "väsentlig",
  readVersion: "Läs den",
  older: "Äldre versioner",
  toNotice: "Till den som gäller",
  compareWith: (number) => `Jämför med version nr ${number}`,
  compared: (before, after) => `Version nr ${before} och version nr ${after}, sida vid sida`,
  whatChanged: "Vad som har ändrats",
  onlyWording:
    "De två säger detsamma. Bara ordalydelsen i rubriker och förklaringar kan vara en annan.",
  changesSoon: "Den ändras",
  seeChanges: "Se vad som ändras",
  oldVersion: "Detta är en gammal version, bevarad så som den publicerades.",
  comingVersion: "Den här versionen är meddelad, och gäller inte ännu.",
  changes: wordsIn(changeWords, "sv"),
  letter: {
    subject: (name) => `${name} ändrar sin integritetspolicy`,
    text: (name, who, when) => `Hej ${who},

${name} ändrar hur personuppgifter om dig används. Ändringen gäller ${when} Till dess gäller de gamla reglerna.

Detta är nytt:`,
    more: (compare, rights) => `Se det sida vid sida: ${compare}
Invänd, radera eller fråga: ${rights}`,
    sms: (name, when, compare) =>
      `${name} ändrar sin integritetspolicy ${when} Detta är nytt: ${compare}`,
  },
  notFound: "Den här integritetspolicyn finns inte",
  notFoundText: "Organisationen använder inte den här tjänsten, eller gör det inte längre.",
  operatorsNotice: "Operatörens integritetspolicy",
};
