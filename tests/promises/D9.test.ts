import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addOrganisation } from "@terskel/identity/api/operator";
import { record, recordLinked, recordPdf } from "@terskel/kernel/api/record";
import { pathOf } from "../support/client.ts";
import type { Client } from "../support/client.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

describe("D9: data is processed by agreement with the employer and on its documented instructions, and the record says so", () => {
  let house: House;
  let operator: Client;
  let employer: Client;
  let ofOperator: { organisation: string };
  let ofEmployer: { organisation: string };
  before(async () => {
    house = await startHouse();
    operator = await house.as("nora");
    const administrator = { name: "Siri Sjef", email: "sjef@arbeid.example" };
    const added = await operator.call(addOrganisation, {
      body: {
        name: "Arbeid AS",
        number: "310040045",
        country: "NO",
        kind: "employer",
        administrator,
      },
    });
    employer = await house.asOwnerOf(administrator.email);
    ofEmployer = { organisation: added.id };
    ofOperator = { organisation: await house.organisationOf(operator) };
  });
  after(async () => await house.stop());

  test("the employer's record is a controller's (Art. 30(1)), with a basis and time limits, and no processor's", async () => {
    const { controller, processor, kind } = await employer.call(record, { params: ofEmployer });
    assert.deepEqual(
      [kind, controller.article, controller.name.name],
      ["employer", "30(1)", "Arbeid AS"],
    );
    assert.equal(processor, undefined);
    const people = controller.entries.find(({ id }) => id === "identity.administer-people");
    assert.equal(people?.basis.id, "legitimate-interest");
    assert.ok(people.limits.some(({ table }) => table === "kernel.memberships"));
    for (const { id, categories, everything, limits } of controller.entries) {
      assert.equal(categories.length > 0, limits.length > 0, id);
      if (everything) assert.match(id, /^kernel\./);
    }
  });

  test("the operator's says on whose behalf and on whose instructions it acts (Art. 30(2)), organisation by organisation", async () => {
    const { processor } = await operator.call(record, { params: ofOperator });
    assert.match(
      processor?.instruction.en ?? "",
      /only on the controller's documented instructions/,
    );
    const group = processor?.groups.find(({ kind }) => kind === "employer");
    assert.deepEqual(
      group?.controllers.map(({ name, number }) => [name, number]),
      [["Arbeid AS", "310040045"]],
    );
    const its = await employer.call(record, { params: ofEmployer });
    assert.deepEqual(
      group?.entries.map(({ id }) => id),
      its.controller.entries.map(({ id }) => id),
      "what one does for the other is what the other answers for",
    );
  });

  test("an employer does not read another's record, nor learns whom else the operator acts for", async () => {
    const { organisation } = ofOperator;
    assert.equal(await refusal(employer.call(record, { params: { organisation } })), "not-found");
    const own = JSON.stringify(await employer.call(record, { params: ofEmployer }));
    assert.doesNotMatch(own, /Solhaug|Terskel Drift/);
  });

  test("as a PDF it is the same file each time, with its fonts in it; as linked data it names DPV's terms", async () => {
    const fetched = async (path: string) => {
      const answer = await operator.fetch(path);
      assert.equal(answer.status, 200, path);
      return Buffer.from(await answer.arrayBuffer());
    };
    const pdf = pathOf(recordPdf, { params: ofOperator, query: { language: "sv" } });
    const [first, again] = [await fetched(pdf), await fetched(pdf)];
    assert.equal(first.subarray(0, 5).toString(), "%PDF-");
    assert.match(first.toString("latin1"), /\/FontFile2/);
    assert.ok(first.equals(again), "byte by byte");

    const path = pathOf(recordLinked, { params: ofOperator });
    const linked = JSON.parse((await fetched(path)).toString()) as { "@graph": object[] };
    assert.equal(linked["@graph"].length, 2);
    const text = JSON.stringify(linked);
    for (const term of ["dpv:Process", "dpv:hasPersonalData", "eu-gdpr:A6-1-b", "pd:Name"]) {
      assert.ok(text.includes(`"${term}"`), term);
    }
    assert.ok(text.includes("NO 310040045"));
  });
});
