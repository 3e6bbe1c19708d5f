import type { Language } from "@terskel/platform/i18n";

/** A spreadsheet to start from: the headings, and two rows that show how cells are written. */
type Template = { readonly fileName: string; readonly rows: readonly (readonly string[])[] };

// Several groups or doors in one cell stand with | between them. The end date is the last day that
// counts. The people and numbers are invented.
const templates: Readonly<Record<Language, Template>> = {
  nb: {
    fileName: "terskel-import.csv",
    rows: [
      ["Navn", "E-post", "Telefon", "Leilighet", "Gruppe", "Dør", "Rolle", "Fra", "Til"],
      [
        "Kari Nordmann",
        "kari@example.no",
        "412 34 567",
        "H0101",
        "Oppgang A|Styret",
        "",
        "",
        "",
        "",
      ],
      [
        "Ola Nordmann",
        "ola@example.no",
        "+47 912 34 567",
        "H0102",
        "Oppgang A",
        "Hovedinngang|Sykkelbod",
        "bruker",
        "01.01.2027",
        "31.12.2027",
      ],
    ],
  },
  sv: {
    fileName: "terskel-import.csv",
    rows: [
      ["Namn", "E-post", "Telefon", "Lägenhet", "Grupp", "Dörr", "Roll", "Från", "Till"],
      [
        "Anna Svensson",
        "anna@example.se",
        "070-174 06 05",
        "1101",
        "Trapphus A|Styrelsen",
        "",
        "",
        "",
        "",
      ],
      [
        "Erik Svensson",
        "erik@example.se",
        "+46 70 174 06 06",
        "1102",
        "Trapphus A",
        "Huvudentré|Cykelrum",
        "användare",
        "2027-01-01",
        "2027-12-31",
      ],
    ],
  },
  en: {
    fileName: "terskel-import.csv",
    rows: [
      ["Name", "E-mail", "Phone", "Unit", "Group", "Door", "Role", "From", "To"],
      [
        "Kari Nordmann",
        "kari@example.no",
        "+47 412 34 567",
        "H0101",
        "Stairwell A|Board",
        "",
        "",
        "",
        "",
      ],
      [
        "Erik Svensson",
        "erik@example.se",
        "+46 70 174 06 06",
        "H0102",
        "Stairwell A",
        "Main entrance|Bicycle room",
        "user",
        "2027-01-01",
        "2027-12-31",
      ],
    ],
  },
};

/** Headings first; for showing the template on a page. */
export const templateRows = (language: Language): readonly (readonly string[])[] =>
  templates[language].rows;

/**
 * The template as a file: semicolons, CRLF and a byte order mark, which is what Excel opens with a
 * double click and its letters unharmed in all three languages. Browser-safe.
 */
export function importTemplate(language: Language): { fileName: string; text: string } {
  const { fileName, rows } = templates[language];
  return { fileName, text: `\u{feff}${rows.map((row) => row.join(";")).join("\r\n")}\r\n` };
}
