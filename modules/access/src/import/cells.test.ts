import assert from "node:assert/strict";
import { test } from "node:test";
import { readFacts } from "./cells.ts";
import { readColumns } from "./columns.ts";
import { dayReader } from "./dates.ts";
import { texts } from "./messages/index.ts";

const heading = [
  "Navn",
  "E-post",
  "Telefon",
  "Enhet",
  "Gruppe",
  "Dør",
  "Rolle",
  "Fra",
  "Til",
  "Husdyr",
];
const columns = readColumns(heading, texts.nb);
const norwegian = { country: "NO", readDay: dayReader("Europe/Oslo") } as const;
const read = (cells: string[], setting: Parameters<typeof readFacts>[2] = norwegian) =>
  readFacts({ row: 2, cells }, columns, setting);
const faults = (cells: string[], setting?: Parameters<typeof readFacts>[2]) =>
  read(cells, setting).errors.map(({ column, code }) => `${column}: ${code}`);

test("a full row says what it says", () => {
  const cells = [
    " Kari  Nordmann",
    "Kari@Example.NO",
    "412 34 567",
    "H0101",
    "Oppgang A|Styret",
    "Port",
    "Eier",
    "01.02.2027",
    "28.02.2027",
    "katt",
  ];
  assert.deepEqual(read(cells), {
    errors: [],
    facts: {
      row: 2,
      name: "Kari Nordmann",
      email: "kari@example.no",
      phone: "+4741234567",
      unit: "H0101",
      groups: "Oppgang A|Styret",
      doors: "Port",
      role: "owner",
      from: new Date("2027-01-31T23:00:00Z"),
      until: new Date("2027-02-28T23:00:00Z"),
    },
  });
});

test("a row with a name only, and fewer cells than headings, is a row", () => {
  assert.deepEqual(read(["Ola"]), { errors: [], facts: { row: 2, name: "Ola" } });
});

test("each wrong cell is an error of its own", () => {
  const cells = ["", "kari(at)example.no", "12", "", "", "Port", "sjef", "31.02.2027", "i morgen"];
  assert.deepEqual(faults(cells), [
    "Navn: name-missing",
    "E-post: email",
    "Telefon: phone",
    "Rolle: role",
    "Fra: date",
    "Til: date",
  ]);
  const late = ["Ola", "", "", "", "", "Port", "", "02.01.2027", "01.01.2027"];
  assert.deepEqual(faults(late), ["Til: ends-before-it-starts"]);
  assert.deepEqual(faults(["Ola".repeat(100)]), ["Navn: name-too-long"]);
  assert.deepEqual(faults(["Ola", "", "", "", "x|".repeat(21)]), ["Gruppe: too-many-names"]);
});

test("one day is from its beginning to its end", () => {
  const { facts } = read(["Ola", "", "", "", "", "Port", "", "01.01.2027", "01.01.2027"]);
  assert.equal(Number(facts?.until) - Number(facts?.from), 24 * 3_600_000);
});

test("a number that is never stored does not hide what else is wrong in the row", () => {
  const cells = ["Ola 01010750160", "ola(at)example.no", "", "", "", "Port", "sjef"];
  assert.deepEqual(faults(cells), [
    "Navn: national-identity-number",
    "E-post: email",
    "Rolle: role",
  ]);
});

test("of a wrong row too it is known which unit, groups and doors it names", () => {
  const names = ["H0101", "Oppgang A", "Port|Bod"];
  const named = { row: 2, unit: "H0101", groups: "Oppgang A", doors: "Port|Bod" };
  assert.deepEqual(read(["Ola", "feil", "", ...names]).named, named);
  assert.deepEqual(read(["", "", "", ...names]).named, named);
  // A cell that is wrong itself names nothing, and a row that is shifted does not either.
  const { named: fewer } = read(["", "", "", "H0101", "x|".repeat(21), "Port 01010750160"]);
  assert.deepEqual(fewer, { row: 2, unit: "H0101" });
  assert.equal(read([...heading, "beyond"]).named, undefined);
});

test("role and dates are not read where no door is named, and the reader is told", () => {
  const told = (role: string, until: string) => {
    const { notice } = read(["Ola", "", "", "H0101", "", "", role, "", until]);
    return notice && [notice.column, notice.code];
  };
  assert.deepEqual(told("", "31.12.2027"), ["Til", "only-for-doors"]);
  assert.deepEqual(told("sjef", ""), ["Rolle", "only-for-doors"]);
  assert.deepEqual(told("Eier", ""), ["Rolle", "only-for-doors"]);
  assert.equal(told("Beboer", ""), undefined);
  assert.deepEqual(faults(["Ola", "", "", "H0101", "", "", "Andelseier", "tidlig", ""]), []);
});

test("a cell beyond the headings is an error: a separator has shifted the row", () => {
  const cells = heading.map(() => "").with(0, "Ola");
  assert.deepEqual(faults([...cells, "", "kari@example.no"]), [": too-many-cells"]);
  assert.deepEqual(faults([...cells, "", ""]), []);
});

test("an identity number in any cell is an error, used or not", () => {
  for (const index of heading.keys()) {
    const cells = heading.map(() => "").with(0, "Ola");
    for (const number of [
      "01010750160",
      "010107 50160",
      "811218-9876",
      "19811218_9876",
      "０１０１０７５０１６０",
    ]) {
      const found = faults(cells.with(index, number));
      assert.deepEqual(found, [`${heading[index]}: national-identity-number`], number);
    }
  }
});

test("a Swedish telephone number that happens to fit as an identity number is a telephone number", () => {
  const swedish = { country: "SE", readDay: dayReader("Europe/Stockholm") } as const;
  assert.deepEqual(faults(["Ola", "", "070-123 45 69"], swedish), []);
  assert.equal(read(["Ola", "", "0701234569"], swedish).facts?.phone, "+46701234569");
  assert.deepEqual(faults(["Ola 0701234569"], swedish), ["Navn: national-identity-number"]);
  const two = readColumns(["Namn", "Telefon", "Mobil"], texts.sv);
  const row = { row: 2, cells: ["Ola", "0701234569", "0701234569"] };
  assert.deepEqual(readFacts(row, two, swedish).errors, []);
  const number = readFacts({ row: 2, cells: ["Ola", "811218-9876"] }, two, norwegian);
  assert.equal(number.errors[0]?.code, "national-identity-number");
});
