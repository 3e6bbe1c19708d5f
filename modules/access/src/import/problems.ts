import { defineProblems } from "@terskel/platform/problems";

/** What is wrong with a file as a whole; what is wrong in a row is a finding (findings.ts). */
export const { problem } = defineProblems({
  "import-too-large": {
    status: 413,
    title: {
      nb: "Filen er for stor. Den kan være på høyst 10 MB; del den i flere.",
      sv: "Filen är för stor. Den får vara högst 10 MB; dela upp den.",
      en: "The file is too large. It can have at most 10 MB; split it.",
    },
  },
  "import-too-many-rows": {
    status: 413,
    title: {
      nb: "Filen har for mange rader. Den kan ha høyst 50 000; del den i flere.",
      sv: "Filen har för många rader. Den får ha högst 50 000; dela upp den.",
      en: "The file has too many rows. It can have at most 50,000; split it.",
    },
  },
  "import-not-text": {
    status: 422,
    title: {
      nb: "Dette er ikke en CSV-fil. Velg «Lagre som» og «CSV» i regnearket, og last opp den filen.",
      sv: "Detta är ingen CSV-fil. Välj ”Spara som” och ”CSV” i kalkylprogrammet och ladda upp den filen.",
      en: "This is not a CSV file. Choose “Save as” and “CSV” in the spreadsheet, and upload that file.",
    },
  },
  "import-malformed": {
    status: 422,
    title: {
      nb: "Filen kan ikke leses: et anførselstegn er åpnet eller lukket på feil sted. Lagre den på nytt fra regnearket.",
      sv: "Filen går inte att läsa: ett citattecken är öppnat eller stängt på fel ställe. Spara om den från kalkylprogrammet.",
      en: "The file cannot be read: a quotation mark is opened or closed in the wrong place. Save it anew from the spreadsheet.",
    },
  },
  "import-empty": {
    status: 422,
    title: {
      nb: "Filen har ingen rader under overskriftene.",
      sv: "Filen har inga rader under rubrikerna.",
      en: "The file has no rows below its headings.",
    },
  },
  "import-no-name-column": {
    status: 422,
    title: {
      nb: "Ingen kolonne har overskriften Navn (eller Fornavn og Etternavn). Overskriftene må stå blant de 20 første radene.",
      sv: "Ingen kolumn har rubriken Namn (eller Förnamn och Efternamn). Rubrikerna ska stå bland de 20 första raderna.",
      en: "No column is headed Name (or First name and Last name). The headings have to be among the first 20 rows.",
    },
  },
  "import-columns-twice": {
    status: 422,
    title: {
      nb: "To kolonner har overskrifter som betyr det samme. Fjern eller gi nytt navn til den ene.",
      sv: "Två kolumner har rubriker som betyder samma sak. Ta bort eller byt namn på den ena.",
      en: "Two columns have headings that mean the same. Remove or rename one of them.",
    },
  },
  "import-identity-numbers": {
    status: 422,
    title: {
      nb: "Filen har en kolonne med fødselsnumre. De lagres aldri her; fjern kolonnen og prøv igjen.",
      sv: "Filen har en kolumn med personnummer. De sparas aldrig här; ta bort kolumnen och försök igen.",
      en: "The file has a column of national identity numbers. They are never stored here; remove the column and try again.",
    },
  },
  "import-has-errors": {
    status: 422,
    title: {
      nb: "Filen har feil. Ingenting er lagret; rett feilene og last den opp igjen.",
      sv: "Filen innehåller fel. Ingenting har sparats; rätta felen och ladda upp den igen.",
      en: "The file has errors. Nothing was stored; correct them and upload it again.",
    },
  },
  "import-under-way": {
    status: 409,
    title: {
      nb: "En annen import er i gang i organisasjonen. Vent litt, og forhåndsvis på nytt.",
      sv: "En annan import pågår i organisationen. Vänta lite och förhandsgranska igen.",
      en: "Another import is under way in the organisation. Wait a little, and preview again.",
    },
  },
  "plan-changed": {
    status: 409,
    title: {
      nb: "Noe har endret seg siden forhåndsvisningen. Ingenting er lagret; se på den nye forhåndsvisningen først.",
      sv: "Något har ändrats sedan förhandsgranskningen. Ingenting har sparats; titta på den nya förhandsgranskningen först.",
      en: "Something has changed since the preview. Nothing was stored; look at the new preview first.",
    },
  },
});
