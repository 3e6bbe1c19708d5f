import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { previewImport } from "../api/import.ts";
import { startTestServer } from "../test-server.ts";
import type { TestServer } from "../test-server.ts";
import { cooperative, flats, heading } from "./test-cooperative.ts";

let server: TestServer;
before(async () => (server = await startTestServer()));
after(async () => await server.stop());

test("a preview says what would change and writes nothing", async () => {
  const { preview, stored } = await cooperative(server);
  const before = await stored();
  const plan = await preview(flats);
  assert.deepEqual(plan.errors, []);
  assert.equal(plan.encoding, "windows-1252");
  assert.equal(plan.separator, ";");
  assert.equal(plan.rows, 4);
  assert.deepEqual(plan.columns.slice(0, 2), [
    { header: "Navn", field: "name" },
    { header: "E-post", field: "email" },
  ]);
  const added = [
    plan.people,
    plan.units,
    plan.residents,
    plan.groups,
    plan.groupMembers,
    plan.grants,
  ];
  assert.deepEqual(
    added.map((counts) => counts.added),
    [4, 3, 4, 3, 4, 3],
  );
  assert.deepEqual(plan.sample[0], {
    row: 2,
    cells: Object.fromEntries(heading.map((header, index) => [header, flats[0]?.[index]])),
    status: "added",
  });
  assert.equal(await stored(), before);
});

test("while a row has an error, nothing of the file is written", async () => {
  const { preview, refused, stored } = await cooperative(server);
  const rows = [
    ...flats,
    ["Feil", "ikke en adresse", "", "", "", "Hovedingang", "", "", ""],
    ["", "x@example.no"],
  ];
  const before = await stored();
  const plan = await preview(rows);
  assert.equal(plan.errorCount, 3);
  assert.deepEqual(
    plan.errors.map(({ row, column, code }) => [row, column, code]),
    [
      [6, "E-post", "email"],
      [6, "Dør", "unknown-door-near"],
      [7, "Navn", "name-missing"],
    ],
  );
  assert.equal(plan.errors[0]?.message, "Dette er ikke en e-postadresse.");
  assert.equal(plan.sample.at(-1)?.status, "error");
  assert.equal(await refused(rows, plan.plan), "422 import-has-errors");
  assert.equal(await stored(), before);
});

test("every error of a row is told at once", async () => {
  const { preview } = await cooperative(server);
  const doors = "Finnes ikke|Heller ikke";
  const { errors } = await preview([["", "x", "12", "", "", doors, "sjef", "31.2.2027", ""]]);
  assert.deepEqual(
    errors.map(({ column, code, value }) => [column, code, value]),
    [
      ["Navn", "name-missing", ""],
      ["E-post", "email", "x"],
      ["Telefon", "phone", "12"],
      ["Rolle", "role", "sjef"],
      ["Fra", "date", "31.2.2027"],
      ["Dør", "unknown-door", "Finnes ikke"],
      ["Dør", "unknown-door", "Heller ikke"],
    ],
  );
});

test("what is left unread of a sheet is told in the reader's words", async () => {
  const { body, params, admin } = await cooperative(server);
  const rows = [
    ["Navn", "Telefon", "Mobil"],
    ["Kari", "22 12 34 56", "412 34 567"],
  ];
  const plan = await server.ok(previewImport, {
    params,
    body: body(rows, ["Beboerliste"]),
    as: admin,
  });
  assert.deepEqual(plan.errors, []);
  assert.deepEqual(
    plan.notices.map(({ row, column, message }) => [row, column, message]),
    [
      [2, "", "Overskriftene står i rad 2. Det som står over dem, er ikke lest."],
      [
        2,
        "Telefon",
        "Kolonnen «Mobil» gjelder, fordi koder sendes dit på SMS. Denne er ikke lest.",
      ],
    ],
  );
  assert.deepEqual(plan.sample, [
    { row: 3, cells: { Navn: "Kari", Mobil: "412 34 567" }, status: "added" },
  ]);
});

test("in no writing is a number that is never stored shown back, nor a payment card's", async () => {
  const { preview, stored } = await cooperative(server);
  const numbers = ["01.01.07.50160", "010107\u00a050160", "811218_9876", "4111.1111.1111.1111"];
  for (const number of numbers) {
    const plan = await preview([[`Kari ${number}`, "", "", "", "", "", "", "", ""]]);
    assert.match(plan.errors[0]?.code ?? "", /^(national-identity|payment-card)-number$/, number);
    assert.match(plan.errors[0]?.value ?? "", /^Kari [•._ ]+$/);
    assert.ok(!JSON.stringify(plan).normalize("NFKC").includes(number.normalize("NFKC")), number);
    assert.ok(!(await stored()).includes(number), number);
  }
});

test("identity numbers are never stored and never come back", async () => {
  const { preview, refused, params, body, admin, stored } = await cooperative(server);
  const rows = [["Kari 01010750160", "", "", "", "", "", "", "", ""]];
  const plan = await preview(rows);
  assert.deepEqual(
    plan.errors.map(({ code }) => code),
    ["national-identity-number"],
  );
  assert.doesNotMatch(JSON.stringify(plan), /01010750160/);
  assert.equal(await refused(rows, plan.plan), "422 import-has-errors");
  assert.doesNotMatch(await stored(), /01010750160/);
  const column = ["01010750160", "15076500565", "811218-9876"].map((number, index) => [
    `P${index}`,
    number,
  ]);
  for (const header of [
    ["Navn", "Fødselsnr"],
    ["Navn", "Merknad"],
  ]) {
    const call = { params, body: body(column, header), as: admin };
    assert.equal(await server.refused(previewImport, call), "422 import-identity-numbers");
  }
});
