/**
 * What the preview says. A finding's text gets what it is about: `a`, and where there is a second
 * thing, `b`.
 */
export const en = {
  columnSeen: (header: string) => `The file has the column “${header}”`,
  lookAtRow: (row: number) => `Look at row ${row}`,
  findings: {
    "too-many-cells":
      "The row has more cells than there are headings. Is a separator missing a quotation mark around it?",
    "name-missing": "The name is missing.",
    "name-too-long": "A name can have at most 120 characters.",
    "too-many-names": "At most 20 names can stand in one cell.",
    email: "This is not an e-mail address.",
    phone: "This is not a telephone number.",
    "phone-damaged":
      "The spreadsheet has rounded this number. Format the column as text and type the number again.",
    "phone-needs-country": "Write the number with its first 0, or with +46 or +47 in front.",
    date: "This is not a date. Write it as 2026-12-31 or 31.12.2026.",
    "date-is-number":
      "The spreadsheet shows this date as a number. Format the column as a date and save it again.",
    "ends-before-it-starts": "The end is before the start.",
    role: "This is not a role. Write user, door administrator or owner.",
    "national-identity-number":
      "This looks like a national identity number. They are never stored here; take it out.",
    "payment-card-number":
      "This looks like the number of a payment card. They are never stored here; take it out.",
    "unknown-door": "There is no door of this name at the site.",
    "unknown-door-near": (a: string) =>
      `There is no door of this name at the site. Did you mean “${a}”?`,
    "several-alike":
      "Several have this name, apart from capital letters. Write it exactly as it is.",
    "several-people":
      "Several people fit this row. Give the e-mail address or the telephone number of the right one.",
    "two-people": "The e-mail address and the telephone number belong to two different people.",
    "contradicts-row": (a: string, b: string) =>
      `Rows ${a} and ${b} are read as the same person (same e-mail address, telephone number, or name and unit), but differ here. Each person needs an address and a number of their own.`,
    "contradicts-row-door": (a: string, b: string) =>
      `Rows ${a} and ${b} give the same person access to the same door, but differ here.`,
    "rows-above": (a: string) =>
      `The headings are in row ${a}. What stands above them was not read.`,
    "mobile-counts": (a: string) =>
      `The column “${a}” counts, because codes are sent there by SMS. This one was not read.`,
    "keeps-own-details":
      "This person has signed in and keeps their own name, e-mail address and telephone number. The file's are not used.",
    "only-for-doors": "Role and dates count for the doors that a row names. This row names none.",
    "taken-back": "This access has ended according to the file, and is taken back.",
    "already-ended": "This access has ended already and is not given.",
  },
};
