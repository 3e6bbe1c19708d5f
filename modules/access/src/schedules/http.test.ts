import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, describe, test } from "node:test";
import { compile, decide } from "@terskel/edge-decision";
import { explainAccess } from "../api/explain.ts";
import { addGrant, changeGrant, grants } from "../api/grants.ts";
import { myDoors, openDoor } from "../api/passages.ts";
import { addSchedule, holidays, putSchedule, removeSchedule, schedules } from "../api/schedules.ts";
import { startTestWorld } from "../runtime/test-world.ts";
import type { TestController, TestWorld } from "../runtime/test-world.ts";
import type { TestMember } from "../test-server.ts";

const day = [["08:00", "16:00"]];
const office = {
  name: "Kontortid",
  week: [day, day, day, day, day, [], []] as [string, string][][],
  holidays: [],
};
/** By the clock on the wall in Oslo. */
const monday = { opens: "2026-11-30T07:00:00.000Z", before: "2026-11-30T06:59:59.000Z" };
const sunday = "2026-11-29T11:20:00.000Z";
const christmasDay = "2026-12-25T10:00:00.000Z";

describe("schedules", () => {
  let world: TestWorld;
  let controller: TestController;
  let door: string;
  let kari: TestMember;
  let as: TestMember;
  let params: { organisation: string };
  before(async () => {
    world = await startTestWorld();
    controller = await world.addController();
    controller.onCommand = controller.obey;
    door = await world.addDoor(controller);
    await controller.connect();
    as = world.administrator;
    params = { organisation: world.organisation };
  });
  after(async () => await world.stop());
  beforeEach(async () => {
    world.server.clock.now = () => new Date();
    kari = await world.addMember();
  });

  const add = async (change: Partial<typeof office> = {}) =>
    (
      await world.server.ok(addSchedule, {
        as,
        params,
        body: { ...office, name: `Tid ${randomUUID().slice(0, 8)}`, ...change },
      })
    ).id;
  const give = async (schedule: string) =>
    (await world.server.ok(addGrant, { as, params, body: { door, person: kari.id, schedule } })).id;
  const at = (instant: string) => (world.server.clock.now = () => new Date(instant));
  const openNow = async () => {
    const call = { as: kari, params: { ...params, door }, body: { request: randomUUID() } };
    return (await world.server.ok(openDoor, call)).reason;
  };
  const inCloud = async (instant: string) => {
    at(instant);
    return (await world.server.ok(myDoors, { as: kari, params })).items[0];
  };
  const atDoor = async (instant: string) => {
    const list = (await controller.lists()).at(-1)!;
    return decide(compile(list), { person: kari.id, door, atMs: Date.parse(instant) }).reason;
  };

  test("an access by a schedule opens at its hours on the wall, in the cloud as at the door, and says when next", async () => {
    at(sunday);
    await give(await add());
    await world.server.runJobs();
    for (const [instant, reason, opensAt] of [
      [monday.before, "outside-schedule", monday.opens],
      [monday.opens, "granted", undefined],
      [sunday, "outside-schedule", monday.opens],
      [christmasDay, "outside-schedule", "2026-12-28T07:00:00.000Z"],
    ] as const) {
      assert.equal(await atDoor(instant), reason);
      const shown = await inCloud(instant);
      assert.equal(shown?.openable, reason === "granted");
      assert.equal(shown.opensAt, opensAt);
      assert.match(shown.grants[0]?.schedule?.name ?? "", /^Tid /);
    }
  });

  test("who opens outside the hours is refused, told why, and it is logged", async () => {
    const never = await add({ week: Array.from({ length: 7 }, () => []) });
    const grant = await give(never);
    assert.equal(await openNow(), "outside-schedule");
    const always = await add({
      week: Array.from({ length: 7 }, () => [["00:00", "24:00"]]),
      holidays: null as never,
    });
    const call = { as, params: { ...params, grant }, body: { schedule: always } };
    await world.server.ok(changeGrant, call);
    assert.equal(await openNow(), "granted");
    const logged = (await world.log(door)).filter(({ member_id }) => member_id === kari.id);
    assert.deepEqual(
      logged.map(({ outcome, reason }) => [outcome, reason]),
      [
        ["refused", "outside-schedule"],
        ["opened", "granted"],
      ],
    );
  });

  test("why somebody could open a door, or could not, is one question with one answer", async () => {
    const one = { as, params: { ...params, door, person: kari.id } };
    const why = async (instant: string) =>
      await world.server.ok(explainAccess, { ...one, query: { at: instant } });
    const { allowed: may, reason: because, person, door: where, grants: none } = await why(sunday);
    assert.deepEqual([may, because, none], [false, "no-grant", []]);
    assert.deepEqual([person.id, where.id, where.timeZone], [kari.id, door, "Europe/Oslo"]);
    const schedule = await add({ name: "Nattvakt" });
    await give(schedule);
    const validFrom = "2026-12-01T00:00:00.000Z";
    const body = { door, person: kari.id, role: "owner" as const, validFrom };
    await world.server.ok(addGrant, { as, params, body });
    const byHours = { role: "user", schedule: { id: schedule, name: "Nattvakt" } };
    const later = { role: "owner", validFrom };
    const grants = async (instant: string) => {
      const { allowed, reason, grants: all } = await why(instant);
      return { allowed, reason, grants: all.toSorted((a, b) => (a.role < b.role ? 1 : -1)) };
    };
    assert.deepEqual(await grants(sunday), {
      allowed: false,
      reason: "outside-schedule",
      grants: [
        { ...byHours, reason: "outside-schedule" },
        { ...later, reason: "not-yet-valid" },
      ],
    });
    assert.deepEqual(await grants("2026-12-06T11:20:00.000Z"), {
      allowed: true,
      reason: "granted",
      grants: [
        { ...byHours, reason: "outside-schedule" },
        { ...later, reason: "granted" },
      ],
    });
    const ask = { ...one, query: { at: sunday } };
    const ola = await world.addMember();
    assert.equal(await world.server.refused(explainAccess, { ...ask, as: ola }), "404 not-found");
    const other = await world.server.addOrganisation();
    const theirs = {
      ...ask,
      as: other,
      params: { ...ask.params, organisation: other.organisation },
    };
    assert.equal(await world.server.refused(explainAccess, theirs), "404 not-found");
    const stranger = { ...ask, params: { ...ask.params, person: other.id } };
    assert.equal(await world.server.refused(explainAccess, stranger), "404 not-found");
  });

  test("a changed schedule, and an access that is given another one, reach the doors at once", async () => {
    at(sunday);
    const schedule = await add();
    const grant = await give(schedule);
    await world.server.runJobs();
    assert.equal(await atDoor(sunday), "outside-schedule");
    const body = { ...office, name: "Helg", week: Array.from({ length: 7 }, () => day) as never };
    await world.server.ok(putSchedule, { as, params: { ...params, schedule }, body });
    await world.server.runJobs();
    assert.equal(await atDoor(sunday), "granted");
    const late = "2026-11-29T21:00:00.000Z";
    assert.equal(await atDoor(late), "outside-schedule");
    const call = { as, params: { ...params, grant } };
    await world.server.ok(changeGrant, { ...call, body: { schedule: null } });
    await world.server.runJobs();
    assert.equal(await atDoor(late), "granted");
    const { items } = await world.server.ok(grants, { as, params, query: { person: kari.id } });
    assert.equal(items[0]?.schedule, undefined);
  });

  test("it is listed with what keeps to it, and goes only when nothing does", async () => {
    const schedule = await add({ name: "Renhold" });
    const grant = await give(schedule);
    const one = { as, params: { ...params, schedule } };
    const listed = async () =>
      (await world.server.ok(schedules, { as, params })).items.find(({ id }) => id === schedule);
    assert.deepEqual(await listed(), {
      ...office,
      id: schedule,
      name: "Renhold",
      halfDays: null,
      exceptions: [],
      grants: 1,
      doors: 0,
    });
    assert.equal(await world.server.refused(removeSchedule, one), "409 schedule-in-use");
    await world.server.ok(changeGrant, {
      as,
      params: { ...params, grant },
      body: { schedule: null },
    });
    await world.server.ok(removeSchedule, one);
    assert.equal(await listed(), undefined);
    assert.equal(await world.server.refused(removeSchedule, one), "404 not-found");
    assert.equal(
      await world.server.refused(putSchedule, { ...one, body: { ...office, name: "Borte" } }),
      "404 not-found",
    );
  });

  test("hours that contradict each other are refused, and nothing is written", async () => {
    const bad = async (change: object) =>
      await world.server.refused(addSchedule, { as, params, body: { ...office, ...change } });
    const overlap = [
      ["08:00", "12:00"],
      ["11:00", "16:00"],
    ];
    assert.equal(await bad({ holidays: overlap }), "400 malformed-request");
    assert.equal(await bad({ week: [overlap, [], [], [], [], [], []] }), "400 malformed-request");
    assert.equal(await bad({ week: [day] }), "400 malformed-request");
    const twice = { name: "x", firstDay: "2026-07-01", lastDay: "2026-07-02", hours: [] };
    assert.equal(await bad({ exceptions: [twice, twice] }), "400 malformed-request");
    await add({ name: "Opptatt" });
    assert.equal(await bad({ name: "Opptatt" }), "409 name-taken");
  });

  test("another organisation's schedule is nobody's to give, see, change or remove; a member's none to write", async () => {
    const schedule = await add();
    const other = await world.server.addOrganisation();
    const theirs = { as: other, params: { organisation: other.organisation } };
    assert.deepEqual((await world.server.ok(schedules, theirs)).items, []);
    const one = { as: other, params: { ...theirs.params, schedule } };
    assert.equal(await world.server.refused(removeSchedule, one), "404 not-found");
    assert.equal(
      await world.server.refused(putSchedule, { ...one, body: office }),
      "404 not-found",
    );
    const foreign = await world.server.ok(addSchedule, { ...theirs, body: office });
    const body = { door, person: kari.id, schedule: foreign.id };
    assert.equal(await world.server.refused(addGrant, { as, params, body }), "404 not-found");
    assert.equal(
      await world.server.refused(addSchedule, { as: kari, params, body: office }),
      "403 not-allowed",
    );
  });

  test("the holidays are the organisation's country's", async () => {
    const { items } = await world.server.ok(holidays, { as, params, query: { year: 2026 } });
    assert.ok(items.some(({ date, half }) => date === "2026-05-17" && !half));
    assert.ok(items.some(({ date, half }) => date === "2026-12-24" && half));
  });
});
