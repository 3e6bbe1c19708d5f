import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eeaCountries } from "@terskel/kernel/api/eea";
import {
  addSupplier,
  addSupplierAgreement,
  answerSupplier,
  endSupplierAgreement,
  oneSupplier,
  ownSuppliers,
  setAuthorisation,
  supplierAnswers,
  supplierDocument,
  suppliers,
} from "@terskel/kernel/api/suppliers";
import type { Client } from "../support/client.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

let house: House;
let nora: Client;
let ingrid: Client;
let organisation: string;
before(async () => {
  house = await startHouse();
  nora = await house.as("nora");
  ingrid = await house.as("ingrid");
  organisation = await house.organisationOf(ingrid);
});
after(async () => await house.stop());

const printer = {
  name: "Trykkeriet AS",
  number: "310060062",
  country: "NO",
  recipient: "server provider",
  labels: ["name", "contact"],
} satisfies Parameters<typeof nora.call<typeof addSupplier>>[1]["body"];

const dayFromNow = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const own = async (client: Client, name: string) => {
  const { items } = await client.call(ownSuppliers, { params: { organisation } });
  return items.find((each) => each.name === name);
};

describe("A12: suppliers are listed with purpose, data, country and agreement", () => {
  test("the operator and each organisation see the same list; nobody else does", async () => {
    const { items } = await nora.call(suppliers, {});
    assert.deepEqual(
      items.map((each) => `${each.recipient} ${each.country} ${each.state}`).toSorted(),
      [
        "SMS provider DK in-force",
        "e-mail provider NO in-force",
        "server provider NO in-force",
        "storage provider NO in-force",
      ],
    );
    assert.ok(items.every(({ labels }) => labels.length > 0));
    const seen = await ingrid.call(ownSuppliers, { params: { organisation } });
    assert.deepEqual(
      seen.items.map(({ id, used }) => [id, used]),
      items.map(({ id }) => [id, true]),
    );
    const kari = await house.as("kari");
    assert.equal(await refusal(kari.call(suppliers, {})), "not-allowed");
    assert.equal(
      await refusal(kari.call(ownSuppliers, { params: { organisation } })),
      "not-allowed",
    );
  });

  test("its document is kept, and only a PDF is one; agreements do not overlap, and do not end before they begin", async () => {
    const [first] = (await nora.call(suppliers, {})).items;
    const supplier = first?.id ?? "";
    const { agreements } = await nora.call(oneSupplier, { params: { supplier } });
    const params = { supplier, agreement: agreements[0]?.id ?? "" };
    const path = supplierDocument.path
      .replace(":supplier", supplier)
      .replace(":agreement", params.agreement);
    assert.match(await (await nora.fetch(path)).text(), /^%PDF-/);
    const add = async (
      body: Parameters<typeof nora.call<typeof addSupplierAgreement>>[1]["body"],
    ) => await refusal(nora.call(addSupplierAgreement, { params: { supplier }, body }));
    assert.equal(await add({ firstDay: dayFromNow(1) }), "agreements-overlap");
    assert.equal(await add({ firstDay: dayFromNow(9), lastDay: dayFromNow(8) }), "agreement-dates");
    const noPdf = { name: "avtale.pdf", content: "bmFtZQ==" };
    assert.equal(await add({ firstDay: "2090-01-01", document: noPdf }), "no-pdf");
    const yesterday = { lastDay: dayFromNow(-2) };
    assert.equal(
      await refusal(nora.call(endSupplierAgreement, { params, body: yesterday })),
      "last-day-has-passed",
    );
  });
});

describe("A12: the organisations that must be asked are asked (GDPR Art. 28(2))", () => {
  let supplier: string;
  test("of a new supplier each is asked, and may object for two weeks", async () => {
    supplier = (await nora.call(addSupplier, { body: printer })).id;
    await nora.call(addSupplierAgreement, {
      params: { supplier },
      body: { firstDay: dayFromNow(-30) },
    });
    const found = await own(ingrid, printer.name);
    assert.deepEqual([found?.answer, found?.state], ["asked", "in-force"]);
    const inDays = (Date.parse(found?.objectsBy ?? "") - Date.now()) / 86_400_000;
    assert.ok(inDays > 13 && inDays <= 14);
    assert.equal(await refusal(nora.call(addSupplier, { body: printer })), "supplier-is-there");
  });

  test("an objection to whoever runs servers is on record with its reason, and the desk says that data still lies there", async () => {
    const params = { organisation, supplier };
    await ingrid.call(answerSupplier, { params, body: { answer: "approved" } });
    assert.equal((await own(ingrid, printer.name))?.used, true);
    const objection = ingrid.call(answerSupplier, { params, body: { answer: "objected" } });
    assert.equal(await refusal(objection), "reason-to-object");
    const reason = "De har mistet data før.";
    await ingrid.call(answerSupplier, { params, body: { answer: "objected", reason } });
    const found = await own(ingrid, printer.name);
    assert.deepEqual([found?.answer, found?.used], ["objected", true]);
    const { items } = await nora.call(supplierAnswers, { params: { supplier } });
    const answers = new Map(items.map((each) => [each.organisation.id, each]));
    assert.deepEqual(
      [answers.get(organisation)?.state, answers.get(organisation)?.reason],
      ["objected", reason],
    );
    // What one organisation answers is nobody else's answer.
    assert.deepEqual([...answers.values()].map(({ state }) => state).toSorted(), [
      "asked",
      "objected",
    ]);
  });

  test("one that has to approve each has not agreed by its silence", async () => {
    await house.owner.query(
      "update kernel.supplier_approvals set state = 'asked', reason = null, objects_by = now() where supplier_id = $1",
      [supplier],
    );
    const how = { params: { organisation }, body: { authorisation: "specific" } } as const;
    await nora.call(setAuthorisation, how);
    const found = await own(ingrid, printer.name);
    assert.deepEqual([found?.answer, found?.authorisation], ["asked", "specific"]);
    await nora.call(setAuthorisation, { ...how, body: { authorisation: "general" } });
  });

  test("another organisation's officer, and a stranger, can answer for nobody", async () => {
    const lise = await house.as("lise");
    const call = { params: { organisation, supplier }, body: { answer: "approved" } } as const;
    assert.equal(await refusal(lise.call(answerSupplier, call)), "not-allowed");
    assert.equal(await refusal(house.nobody.call(answerSupplier, call)), "not-signed-in");
  });
});

describe("C11: nothing is stored outside the chosen country, and nothing leaves the EEA", () => {
  const refusedBy = async (columns: string) =>
    await house.owner
      .query(
        `insert into kernel.suppliers (name, number, labels, country, recipient) values ('X', '1', '{name}', ${columns})`,
      )
      .then(
        () => "nothing",
        (error: { constraint?: string }) => error.constraint,
      );

  test("a supplier outside the EEA is refused by name, and by the database whoever asks it", async () => {
    const abroad = { ...printer, country: "US" };
    assert.equal(await refusal(nora.call(addSupplier, { body: abroad })), "outside-eea");
    assert.equal(await refusedBy("'US', 'server provider'"), "within_the_eea");
  });

  test("the contract and the database have the same countries", async () => {
    const { rows } = await house.owner.query<{ eea: string[] }>("select kernel.eea() as eea");
    assert.deepEqual(rows[0]?.eea.toSorted(), [...eeaCountries].toSorted());
    assert.equal(eeaCountries.length, 30);
  });

  test("storage outside the chosen country is refused by rule and database, also within the EEA", async () => {
    const elsewhere = { ...printer, recipient: "storage provider", country: "DK" } as const;
    assert.equal(await refusal(nora.call(addSupplier, { body: elsewhere })), "outside-the-region");
    assert.equal(await refusedBy("'DK', 'storage provider'"), "within_the_region");
  });

  test("the chosen country cannot be changed while somebody stores in another: the server does not start", async () => {
    const moved = house.owner.query("update kernel.storage_region set country = 'SE'");
    await assert.rejects(moved, { constraint: "within_the_region" });
    const said = await house.startsAgain({ TERSKEL_STORAGE_COUNTRY: "SE" });
    assert.match(said, /TERSKEL_STORAGE_COUNTRY is SE, and a supplier stores in NO/);
  });
});
