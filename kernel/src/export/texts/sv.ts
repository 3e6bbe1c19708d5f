import { recipientWords, sourceWords } from "#party-words.ts";
import { wordsIn } from "@terskel/platform/i18n";
import type { Catalogue } from "@terskel/platform/i18n";
import type { ExportTexts } from "./en.ts";

export const sv: Catalogue<ExportTexts> = {
  title: "Det som är lagrat om dig",
  lead: (from, when) => `Från ${from}, som det var ${when}.`,
  installation: "den här installationen",
  contents: "Innehåll",
  summary: "I korthet",
  kinds: (count) => (count === 1 ? "1 slags uppgifter" : `${count} slags uppgifter`),
  rows: (count, one) => (one ? "1 post" : `${count} poster`),
  pictures: (count) => (count === 1 ? "1 bild" : `${count} bilder`),
  nothing: "Inget är lagrat om dig här.",
  files:
    "Den här sidan är till för att läsas. Samma uppgifter står i data.json för maskiner, fullständigt och med de tekniska fälten.",
  usedFor: "Används till",
  kept: "Hur länge",
  goes: "Raderas",
  notBeforeLifted: "inte förrän begränsningen hävs",
  more: (shown, all) => `Här visas de ${shown} senaste av ${all}. Alla står i data.json.`,
  onlyNumbers: "Bara nummer som leder till resten. De står i data.json.",
  secret: "lagrat men oläsligt",
  bytes: (count) => `${count} byte`,
  aboutOther: "utelämnat: gäller en annan person",
  otherPerson: (mark) => `en annan person (${mark})`,
  yes: "ja",
  no: "nej",
  why: "Varför, och på vilken grund",
  whyLead:
    "Vad uppgifterna används till, vem som bestämmer det, varifrån de kommer och vem som får dem.",
  purpose: "Ändamål",
  ground: "Rättslig grund",
  responsible: "Vem bestämmer",
  origin: "Kommer från",
  receivers: "Går till",
  bases: {
    consent: "Ditt samtycke (GDPR art. 6.1 a)",
    contract: "Ett avtal (GDPR art. 6.1 b)",
    "legal-obligation": "En rättslig förpliktelse (GDPR art. 6.1 c)",
    "legitimate-interest": "Ett berättigat intresse (GDPR art. 6.1 f)",
  },
  theOrganisation: "Organisationen. Operatören utför det åt den",
  theOperator: "Operatören",
  sources: wordsIn(sourceWords, "sv"),
  recipients: wordsIn(recipientWords, "sv"),
  nobody: "ingen",
  others: "Andra personer i dina uppgifter",
  othersText:
    "Där en post också gäller någon annan står den personen här med ett märke, till exempel (1a2b3c), som är gjort för den här kopian och inte leder till någon. Det som bara gäller den personen är utelämnat: en kopia till dig får inte visa andras uppgifter (GDPR art. 15.4).",
  secrets: "Koder och nycklar",
  secretsText:
    "Av koder, nycklar och kortnummer lagras bara en form som inte går att läsa. Här står att de är lagrade, men inte vad de är, så att den här kopian inte öppnar något.",
  machine: "Beslut av maskiner",
  machineText:
    "Inget om dig beslutas av en maskin ensam med rättslig eller liknande verkan, och ingen profil görs av dig för sådana beslut (GDPR art. 22).",
  rights: "Dina rättigheter",
  rightsText:
    "Du använder dem under Mina data och rättigheter i portalen, eller genom att skriva till organisationen.",
  rightsList: [
    "Se vad som är lagrat (tillgång, art. 15): den här kopian, så ofta du vill.",
    "Få det som är fel rättat (art. 16).",
    "Få det raderat (art. 17), utom det som lagen säger måste bevaras. Du får veta vad det är.",
    "Få användningen begränsad (art. 18) medan något klarläggs.",
    "Ta det med dig i en form som maskiner kan läsa (art. 20).",
    "Invända mot det som vilar på ett berättigat intresse (art. 21). Marknadsföring och profilering upphör genast.",
    "Återkalla ett samtycke lika lätt som det gavs (art. 7.3).",
  ],
  complain: "Klagomål",
  complainText: "Du kan klaga till tillsynsmyndigheten:",
  portal: "Portalen",
  number: (value) => `organisationsnummer ${value}`,
  page: "Gjord av Terskel",
};
