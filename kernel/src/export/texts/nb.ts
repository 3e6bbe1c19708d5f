import { recipientWords, sourceWords } from "#party-words.ts";
import { wordsIn } from "@terskel/platform/i18n";
import type { Catalogue } from "@terskel/platform/i18n";
import type { ExportTexts } from "./en.ts";

export const nb: Catalogue<ExportTexts> = {
  title: "Det som er lagret om deg",
  lead: (from, when) => `Fra ${from}, slik det var ${when}.`,
  installation: "denne installasjonen",
  contents: "Innhold",
  summary: "Kort sagt",
  kinds: (count) => (count === 1 ? "1 type opplysninger" : `${count} typer opplysninger`),
  rows: (count, one) => (one ? "1 oppføring" : `${count} oppføringer`),
  pictures: (count) => (count === 1 ? "1 bilde" : `${count} bilder`),
  nothing: "Ingenting er lagret om deg her.",
  files:
    "Denne siden er til å lese. De samme opplysningene står i data.json for maskiner, fullstendig og med de tekniske feltene.",
  usedFor: "Brukes til",
  kept: "Hvor lenge",
  goes: "Slettes",
  notBeforeLifted: "ikke før begrensningen oppheves",
  more: (shown, all) => `Her vises de ${shown} nyeste av ${all}. Alle står i data.json.`,
  onlyNumbers: "Bare numre som fører til resten. De står i data.json.",
  secret: "lagret, men ikke lesbart",
  bytes: (count) => `${count} byte`,
  aboutOther: "utelatt: gjelder en annen person",
  otherPerson: (mark) => `en annen person (${mark})`,
  yes: "ja",
  no: "nei",
  why: "Hvorfor, og på hvilket grunnlag",
  whyLead:
    "Hva opplysningene brukes til, hvem som bestemmer det, hvor de kommer fra og hvem som får dem.",
  purpose: "Formål",
  ground: "Rettslig grunnlag",
  responsible: "Hvem bestemmer",
  origin: "Kommer fra",
  receivers: "Går til",
  bases: {
    consent: "Samtykket ditt (GDPR art. 6 nr. 1 a)",
    contract: "En avtale (GDPR art. 6 nr. 1 b)",
    "legal-obligation": "En rettslig plikt (GDPR art. 6 nr. 1 c)",
    "legitimate-interest": "En berettiget interesse (GDPR art. 6 nr. 1 f)",
  },
  theOrganisation: "Organisasjonen. Operatøren utfører det for den",
  theOperator: "Operatøren",
  sources: wordsIn(sourceWords, "nb"),
  recipients: wordsIn(recipientWords, "nb"),
  nobody: "ingen",
  others: "Andre personer i opplysningene dine",
  othersText:
    "Der en oppføring også gjelder noen andre, står de her med et merke, for eksempel (1a2b3c), som er laget for denne kopien og ikke fører til noen. Det som bare gjelder dem, er utelatt: En kopi til deg kan ikke vise andres opplysninger (GDPR art. 15 nr. 4).",
  secrets: "Koder og nøkler",
  secretsText:
    "Av koder, nøkler og kortnumre lagres bare en form som ikke kan leses. Her står det at de er lagret, men ikke hva de er, slik at denne kopien ikke åpner noe.",
  machine: "Avgjørelser tatt av maskiner",
  machineText:
    "Ingenting om deg avgjøres av en maskin alene med rettslig eller lignende virkning, og det lages ingen profil av deg til slike avgjørelser (GDPR art. 22).",
  rights: "Rettighetene dine",
  rightsText:
    "Du bruker dem under Mine data og rettigheter i portalen, eller ved å skrive til organisasjonen.",
  rightsList: [
    "Se hva som er lagret (innsyn, art. 15): denne kopien, så ofte du vil.",
    "Få rettet det som er feil (art. 16).",
    "Få det slettet (art. 17), unntatt det loven sier må tas vare på. Du får vite hva det er.",
    "Få bruken begrenset (art. 18) mens noe blir avklart.",
    "Ta det med deg i en form maskiner kan lese (art. 20).",
    "Protestere mot det som bygger på en berettiget interesse (art. 21). Markedsføring og profilering stanser med en gang.",
    "Trekke tilbake et samtykke like lett som det ble gitt (art. 7 nr. 3).",
  ],
  complain: "Klage",
  complainText: "Du kan klage til tilsynsmyndigheten:",
  portal: "Portalen",
  number: (value) => `organisasjonsnummer ${value}`,
  page: "Laget av Terskel",
};
