import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem } from "@terskel/platform/problems";
import { readColumns } from "./columns.ts";
import { texts } from "./messages/index.ts";

const fieldsOf = (...heading: string[]) =>
  readColumns(heading, texts.nb).fields.map((field) => field ?? "-");

test("headings are read in Norwegian, Swedish and English, in any case and writing", () => {
  const all = ["name", "email", "phone", "unit", "group", "door", "role", "from", "until"];
  const headings = [
    ["Navn", "E-post", "Telefon", "Leilighet", "Gruppe", "Dør", "Rolle", "Fra", "Til"],
    ["Namn", "E-post", "Mobiltelefon", "Lägenhet", "Grupp", "Dörr", "Roll", "Från", "Till"],
    ["Name", "E-mail", "Phone", "Unit", "Group", "Door", "Role", "From", "To"],
    [
      " NAVN ",
      "Epost:",
      "mobil",
      "Seksjon",
      "OPPGANG",
      "dører",
      "rolle",
      "Innflytting",
      "Utflytting",
    ],
    ["name", "email", "Mobile", "Flat", "Stairwell", "Doors", "role", "Valid from", "Valid to"],
    [
      "namn",
      "e-postadress",
      "Telefonnr.",
      "Kontor",
      "Trapphus",
      "Dörrar",
      "roll",
      "Gäller från",
      "Till och med",
    ],
  ];
  for (const heading of headings) assert.deepEqual(fieldsOf(...heading), all, heading.join());
});

test("a decomposed ø or å, as a Mac writes it, is the same letter", () => {
  assert.deepEqual(fieldsOf("Navn", "Från".normalize("NFD")), ["name", "from"]);
});

test("a column that is not known is not used", () => {
  assert.deepEqual(fieldsOf("Navn", "Husdyr", ""), ["name", "-", "-"]);
});

test("the name may stand in two columns; beside a full name they are not used", () => {
  assert.deepEqual(fieldsOf("Fornavn", "Etternavn"), ["firstName", "lastName"]);
  assert.deepEqual(fieldsOf("Förnamn", "Navn", "Efternamn"), ["-", "name", "-"]);
});

function refusal(...heading: string[]) {
  try {
    readColumns(heading, texts.nb);
  } catch (error) {
    assert.ok(error instanceof Problem);
    return { code: error.code, said: error.errors.map(({ message }) => message) };
  }
  return undefined;
}

test("without a name column the problem tells which columns were seen", () => {
  assert.deepEqual(refusal("Naavn", "E-post"), {
    code: "import-no-name-column",
    said: ["Filen har kolonnen «Naavn»", "Filen har kolonnen «E-post»"],
  });
  assert.equal(refusal("Fornavn", "E-post")?.code, "import-no-name-column");
});

test("two columns for one field are named", () => {
  assert.deepEqual(refusal("Navn", "Telefon", "Tlf", "Dør"), {
    code: "import-columns-twice",
    said: ["Telefon", "Tlf"],
  });
  assert.equal(refusal("Navn", "Mobil", "Mobilnummer")?.code, "import-columns-twice");
});

test("of a telephone and a mobile column the mobile one counts: codes go to it by SMS", () => {
  assert.deepEqual(fieldsOf("Navn", "Telefon", "Mobil", "Dør"), ["name", "-", "phone", "door"]);
  assert.deepEqual(fieldsOf("Mobiltelefon", "Telefonnr.", "Namn"), ["phone", "-", "name"]);
  assert.deepEqual(fieldsOf("Name", "Phone", "Cell phone", "Telephone"), [
    "name",
    "-",
    "phone",
    "-",
  ]);
  assert.deepEqual(readColumns(["Navn", "Telefon", "Mobil"], texts.nb).otherPhones, [1]);
});

test("a column of identity numbers is refused by its heading; one of names or birthdays is not", () => {
  const refused = [
    "Fødselsnummer",
    "Fødselsnr.",
    "F.nr",
    "Personnummer",
    "Pers.nr",
    "PNR",
    "D-nummer",
    "National ID",
    "Personal identity number",
    "Samordningsnummer",
    "Fødselsnummer (11 siffer)",
  ];
  for (const heading of refused) {
    assert.equal(refusal("Navn", heading)?.code, "import-identity-numbers", heading);
  }
  for (const heading of ["Personnavn", "Fødselsdato", "Medlemsnummer", "Kundenr"]) {
    assert.equal(refusal("Navn", heading), undefined, heading);
  }
});

test("a file without headings does not get an identity number back", () => {
  const said = refusal("Kari Nordmann", "01010750160")?.said.join();
  assert.doesNotMatch(said ?? "", /0101/);
});
