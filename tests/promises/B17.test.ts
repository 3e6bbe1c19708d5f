import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  addAssessment,
  addBreach,
  assessments,
  breaches,
  changeBreach,
  closeBreach,
} from "@terskel/kernel/api/accountability";
import { record } from "@terskel/kernel/api/record";
import type { Client } from "../support/client.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

const hourMs = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * hourMs).toISOString();
const day = (ahead: number) =>
  new Date(Date.now() + ahead * 24 * hourMs).toISOString().slice(0, 10);

describe("B17: risk assessments are made regularly, measures, procedures and breaches are on record, and details are given", () => {
  let house: House;
  let ingrid: Client;
  let params: { organisation: string };
  before(async () => {
    house = await startHouse({ TERSKEL_BREACH_HOURS: "72" });
    ingrid = await house.as("ingrid");
    params = { organisation: await house.organisationOf(ingrid) };
  });
  after(async () => await house.stop());

  const add = async (awareAt: string, highRisk = false) =>
    await ingrid.call(addBreach, {
      params,
      body: { title: "Lost list", what: "A printed list was left in the hall.", awareAt, highRisk },
    });
  const one = async (id: string) =>
    (await ingrid.call(breaches, { params, query: {} })).items.find((each) => each.id === id);
  const close = async (id: string) =>
    await refusal(ingrid.call(closeBreach, { params: { ...params, breach: id } }));
  const say = async (id: string, body: Parameters<typeof change>[1]) => await change(id, body);
  const change = async (id: string, body: object) =>
    await ingrid.call(changeBreach, { params: { ...params, breach: id }, body });

  test("an assessment stands with its outcome and when it is due again, and says when it is due", async () => {
    const body = { kind: "risk", title: "Doors", outcome: "Low", madeOn: day(-400) } as const;
    await ingrid.call(addAssessment, { params, body: { ...body, nextOn: day(-1) } });
    await ingrid.call(addAssessment, { params, body: { ...body, kind: "procedure" } });
    const { items } = await ingrid.call(assessments, { params, query: {} });
    assert.deepEqual(
      items.map(({ kind, due }) => [kind, due]),
      [
        ["procedure", false],
        ["risk", true],
      ],
    );
    assert.ok(items.every(({ recordedBy }) => recordedBy));
    // Made again, it takes the place of the one before, which stays on record.
    await ingrid.call(addAssessment, {
      params,
      body: { ...body, title: "doors", nextOn: day(300) },
    });
    const again = await ingrid.call(assessments, { params, query: {} });
    assert.deepEqual(
      again.items.map(({ kind, due }) => [kind, due]),
      [
        ["risk", false],
        ["procedure", false],
        ["risk", false],
      ],
    );
  });

  test("a breach's clock runs 72 hours from becoming aware; it is not closed before somebody was told, or why not", async () => {
    const { id, dueAt } = await add(ago(2));
    assert.equal(Date.parse(dueAt), Date.parse((await one(id))?.awareAt ?? "") + 72 * hourMs);
    assert.equal(await close(id), "breach-authority-missing");
    await say(id, { authorityReason: "The list named flats only." });
    assert.equal(await close(id), "not refused");
    assert.equal(await refusal(change(id, { measures: "Later" })), "breach-closed");
  });

  test("a late one is not closed without a reason, and until then the health check counts it", async () => {
    const { id } = await add(ago(80));
    assert.equal((await one(id))?.overdue, true);
    const health = async () =>
      (await (await house.nobody.fetch("/healthz")).json()) as { overdueBreaches: number };
    assert.equal((await health()).overdueBreaches, 1);
    await say(id, { authorityToldAt: ago(1) });
    assert.equal(await close(id), "breach-late-without-reason");
    await say(id, { authorityReason: "It was found out on a Friday." });
    assert.equal(await close(id), "not refused");
    assert.equal((await health()).overdueBreaches, 0);
  });

  test("at high risk the authority is told whatever the reason, and the persons too, or why not", async () => {
    const { id } = await add(ago(3), true);
    await say(id, { authorityReason: "We would rather not." });
    assert.equal(await close(id), "breach-authority-missing");
    await say(id, { authorityToldAt: ago(1) });
    assert.equal(await close(id), "breach-persons-missing");
    await say(id, { personsToldAt: ago(1) });
    assert.equal(await close(id), "not refused");
    assert.equal((await one(id))?.overdue, false);
  });

  test("nobody was told before it was known, nor in the time to come", async () => {
    const { id } = await add(ago(3));
    assert.equal(await refusal(change(id, { authorityToldAt: ago(4) })), "breach-impossible-time");
    assert.equal(await refusal(change(id, { personsToldAt: ago(-1) })), "breach-impossible-time");
    assert.equal(await refusal(add(ago(-1))), "breach-impossible-time");
  });

  test("another organisation's officer, a member and a stranger read and change none of it", async () => {
    const { id } = await add(ago(1));
    for (const who of ["lise", "kari", "odd"]) {
      const other = await house.as(who);
      assert.equal(
        (await refusal(other.call(breaches, { params, query: {} }))) !== "not refused",
        true,
      );
      assert.notEqual(
        await refusal(other.call(closeBreach, { params: { ...params, breach: id } })),
        "not refused",
      );
    }
    const lise = await house.as("lise");
    const own = { organisation: await house.organisationOf(lise), breach: id };
    assert.equal(await refusal(lise.call(closeBreach, { params: own })), "not-found");
  });

  test("technical measures are in the record of processing, which the organisation gets on request", async () => {
    const { controller } = await ingrid.call(record, { params });
    assert.ok(controller.measures.length >= 5);
  });
});
