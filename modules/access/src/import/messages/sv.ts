import type { Texts } from "./texts.ts";

export const sv: Texts = {
  columnSeen: (header) => `Filen har kolumnen ”${header}”`,
  lookAtRow: (row) => `Titta på rad ${row}`,
  findings: {
    "too-many-cells":
      "Raden har fler celler än det finns rubriker. Saknas citattecken kring ett skiljetecken?",
    "name-missing": "Namnet saknas.",
    "name-too-long": "Ett namn får ha högst 120 tecken.",
    "too-many-names": "Högst 20 namn får stå i en cell.",
    email: "Detta är ingen e-postadress.",
    phone: "Detta är inget telefonnummer.",
    "phone-damaged":
      "Kalkylprogrammet har avrundat det här numret. Formatera kolumnen som text och skriv numret igen.",
    "phone-needs-country": "Skriv numret med 0 först, eller med +46 eller +47 framför.",
    date: "Detta är inget datum. Skriv det som 2026-12-31 eller 31.12.2026.",
    "date-is-number":
      "Kalkylprogrammet visar datumet som ett tal. Formatera kolumnen som datum och spara om filen.",
    "ends-before-it-starts": "Slutet är före starten.",
    role: "Detta är ingen roll. Skriv användare, dörradministratör eller ägare.",
    "national-identity-number":
      "Detta liknar ett personnummer. Personnummer sparas aldrig här; ta bort det.",
    "payment-card-number":
      "Detta liknar numret på ett betalkort. Sådana nummer sparas aldrig här; ta bort det.",
    "unknown-door": "Det finns ingen dörr med det namnet på platsen.",
    "unknown-door-near": (a) => `Det finns ingen dörr med det namnet på platsen. Menade du ”${a}”?`,
    "several-alike":
      "Flera har det här namnet, bortsett från stora och små bokstäver. Skriv det exakt som det är.",
    "several-people":
      "Flera personer passar in på raden. Ange e-postadressen eller telefonnumret till rätt person.",
    "two-people": "E-postadressen och telefonnumret tillhör två olika personer.",
    "contradicts-row": (a, b) =>
      `Rad ${a} och ${b} läses som samma person (samma e-postadress, telefonnummer, eller namn och enhet), men skiljer sig här. Varje person behöver en egen adress och ett eget nummer.`,
    "contradicts-row-door": (a, b) =>
      `Rad ${a} och ${b} ger samma person behörighet till samma dörr, men skiljer sig här.`,
    "rows-above": (a) => `Rubrikerna står på rad ${a}. Det som står ovanför har inte lästs.`,
    "mobile-counts": (a) =>
      `Kolumnen ”${a}” gäller, eftersom koder skickas dit som sms. Den här har inte lästs.`,
    "keeps-own-details":
      "Den här personen har loggat in och behåller sitt eget namn, sin e-postadress och sitt telefonnummer. Filens uppgifter används inte.",
    "only-for-doors":
      "Roll och datum gäller de dörrar som en rad nämner. Den här raden nämner ingen.",
    "taken-back": "Behörigheten har upphört enligt filen och tas tillbaka.",
    "already-ended": "Behörigheten har redan upphört och ges inte.",
  },
};
