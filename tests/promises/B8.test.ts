import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { me } from "@terskel/identity/api/me";
import { people } from "@terskel/identity/api/people";
import {
  advice,
  advisedPersons,
  oneAdvice,
  openAdvised,
  signAdvice,
} from "@terskel/kernel/api/advice";
import { addAdviser, advisers, endAdviser, purposes } from "@terskel/kernel/api/advisers";
import { disclosures } from "@terskel/kernel/api/disclosures";
import { notice } from "@terskel/kernel/api/notices";
import { openings, openPerson, ownPurposes } from "@terskel/kernel/api/openings";
import { record } from "@terskel/kernel/api/record";
import type { Client } from "../support/client.ts";
import { administer, adviserWith, behindAdviser, day, email } from "./advisers.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

const log = "access.read-door-log";

describe("B8: advisers, auditors, lawyers and IT consultants get time-limited access for a stated need, and each reading is logged", () => {
  let house: House;
  let ingrid: Client;
  let kari: Client;
  let rita: Client;
  let params: { organisation: string };
  let member: string;
  let id: string;
  before(async () => {
    house = await startHouse();
    ingrid = await house.as("ingrid");
    kari = await house.as("kari");
    params = { organisation: await house.organisationOf(ingrid) };
    const { memberships } = await kari.call(me, {});
    member =
      memberships.find(({ organisation }) => organisation.id === params.organisation)?.id ?? "";
    id = await invite({ persons: [member] });
    rita = await house.asOwnerOf(email);
    await sign(id);
  });
  after(async () => await house.stop());
  beforeEach(async () => {
    await house.owner.query("delete from kernel.disclosures");
    await house.owner.query("delete from kernel.withholdings");
  });

  const invite = async (more: Parameters<typeof adviserWith>[0] = {}) =>
    (await ingrid.call(addAdviser, { params, body: adviserWith(more) })).id;
  const sign = async (adviser: string, who = rita) => {
    // A new assignment is theirs from the session's next touch on: here it comes at once.
    await house.owner.query(
      "update kernel.advisers set person_id = (select id from identity.persons where email = $1) where id = $2",
      [email, adviser],
    );
    const { declaration } = await who.call(oneAdvice, { params: { adviser } });
    const { version } = declaration;
    await who.call(signAdvice, { params: { adviser }, body: { version } });
  };
  const open = async (
    purpose: string,
    {
      who = rita,
      adviser = id,
      person = member,
    }: { who?: Client; adviser?: string; person?: string } = {},
  ) => await who.call(openAdvised, { params: { adviser, person }, query: { purpose } });
  const namesOf = async (adviser = id) =>
    (await rita.call(advisedPersons, { params: { adviser }, query: {} })).items.map(
      ({ name }) => name,
    );
  const seenOf = async (client: Client) =>
    (await client.call(disclosures, {})).items.filter(({ recipient }) => recipient === "adviser");

  const columnsIn = ({ tables }: Awaited<ReturnType<typeof open>>) =>
    tables.flatMap(({ table, columns }) => columns.map(({ words }) => `${table}: ${words.en}`));
  const mine = async () =>
    (await ingrid.call(advisers, { params, query: {} })).items.find((each) => each.id === id);

  test("an adviser sees one purpose's columns of the persons agreed on, and no other column, purpose or person", async () => {
    assert.deepEqual(await namesOf(), ["Kari Nordlie"]);
    const seen = columnsIn(await open(administer));
    assert.ok(seen.includes("kernel.memberships: Telephone"));
    const another = await invite({ purposes: [log], persons: [member] });
    await sign(another);
    const inLog = columnsIn(await open(log, { adviser: another }));
    assert.ok(inLog.includes("kernel.memberships: Name"));
    assert.ok(!inLog.includes("kernel.memberships: Telephone"));
    assert.equal(await refusal(open(log)), "advice-other-purpose");
    assert.equal(await refusal(open(administer, { adviser: another })), "advice-other-purpose");
    const others = (await ingrid.call(people, { params, query: {} })).items.map((each) => each.id);
    for (const person of [...others.filter((each) => each !== member), crypto.randomUUID()])
      assert.equal(await refusal(open(administer, { person })), "not-found");
  });

  test("whoever is given everyone sees everyone of the organisation, and nobody of another", async () => {
    const all = await invite();
    await sign(all);
    assert.ok((await namesOf(all)).length > 5);
    const lise = await house.as("lise");
    const office = { organisation: await house.organisationOf(lise) };
    const { items } = await lise.call(people, { params: office, query: {} });
    for (const { id: person } of items)
      assert.equal(await refusal(open(administer, { adviser: all, person })), "not-found");
  });

  test("each person reads who saw their data, what for and which; what cannot be written down is not shown", async () => {
    await namesOf();
    await open(administer);
    const [opened, named] = await seenOf(kari);
    assert.equal(opened?.name, "Rita Revisor, Firma AS");
    assert.match(opened?.purpose.en ?? "", /keep who belongs to it/);
    assert.ok(opened?.labels.includes("contact"));
    assert.deepEqual(named?.labels, ["name"]);
    assert.deepEqual(await seenOf(ingrid), []);
    await house.owner.query(
      "alter table kernel.disclosures add constraint unwritten check (recipient <> 'adviser') not valid",
    );
    assert.notEqual(await refusal(open(administer)), "not refused");
    assert.notEqual(await refusal(namesOf()), "not refused");
    await house.owner.query("alter table kernel.disclosures drop constraint unwritten");
  });

  test("nothing is seen before the confidentiality declaration is signed, nor before the first day", async () => {
    const soon = await invite({ firstDay: day(2) });
    await house.owner.query(
      "update kernel.advisers set person_id = (select person_id from kernel.advisers where id = $1) where id = $2",
      [id, soon],
    );
    assert.equal(await refusal(open(administer, { adviser: soon })), "advice-not-signed");
    const body = { version: 1000 };
    const early = rita.call(signAdvice, { params: { adviser: soon }, body });
    assert.equal(await refusal(early), "conflict");
    await sign(soon);
    assert.equal(await refusal(open(administer, { adviser: soon })), "advice-not-begun");
    await house.owner.query("update kernel.advisers set signed_version = 1000 where id = $1", [id]);
    assert.equal(await refusal(open(administer)), "advice-not-signed");
    await sign(id);
    assert.equal((await open(administer)).tables.length, 1);
  });

  test("another's assignment, a member's own and the desk's list are closed to whoever they are not of", async () => {
    const ofKari = await invite({ persons: [member] });
    await house.owner.query(
      "update kernel.advisers set person_id = (select person_id from kernel.memberships where id = $1) where id = $2",
      [member, ofKari],
    );
    assert.equal(await refusal(open(administer, { who: kari })), "not-found");
    assert.equal(await refusal(open(administer, { adviser: ofKari })), "not-found");
    const { declaration } = await kari.call(oneAdvice, { params: { adviser: ofKari } });
    const body = { version: declaration.version };
    await kari.call(signAdvice, { params: { adviser: ofKari }, body });
    // A member who is also an adviser has no more by the one than by the other.
    const chair = (await ingrid.call(me, {})).memberships[0]?.id ?? "";
    const ofChair = open(administer, { who: kari, adviser: ofKari, person: chair });
    assert.equal(await refusal(ofChair), "not-found");
    assert.equal(await refusal(kari.call(advisers, { params, query: {} })), "not-allowed");
    assert.equal(await refusal(rita.call(advisers, { params, query: {} })), "not-found");
    const lise = await house.as("lise");
    const own = { organisation: await house.organisationOf(lise), adviser: id };
    assert.equal(await refusal(lise.call(endAdviser, { params: own })), "not-found");
    assert.equal((await rita.call(me, {})).advises, true);
    assert.equal((await (await house.as("odd")).call(me, {})).advises, false);
  });

  test("who is restricted, or has objected to the purpose, is in no adviser's sight", async () => {
    for (const activity of [null, administer, "kernel.advise"]) {
      await house.owner.query(
        "insert into kernel.withholdings (organisation_id, member_id, activity) values ($1, $2, $3)",
        [params.organisation, member, activity],
      );
      assert.equal(await refusal(open(administer)), "not-found", String(activity));
      await house.owner.query("delete from kernel.withholdings");
    }
    assert.equal((await open(administer)).tables.length, 1);
  });

  test("the database itself shows an adviser nothing beside the assignment, and lets them change nothing", async () => {
    const { seen, person, other } = await behindAdviser(house, { adviser: id, member });
    assert.deepEqual((await seen({ purpose: administer, member: [other] })).personal, []);
    assert.deepEqual((await seen({ purpose: log, member: [member] })).personal, []);
    assert.deepEqual((await seen({ member: [member] })).personal, []);
    const account = { purpose: administer, member: [member], account: [person] };
    assert.deepEqual((await seen(account)).personal, []);
    const right = { purpose: administer, member: [member] };
    const { deleted, changed } = await seen(right);
    assert.equal(deleted, 0);
    assert.match(changed, /permission denied/);
    await house.owner.query("update kernel.advisers set ended_at = now() where id = $1", [id]);
    const { all } = await seen(right);
    assert.ok(!all.some((each) => /^access|sites|memberships/.test(each)), all.join());
    await house.owner.query("update kernel.advisers set ended_at = null where id = $1", [id]);
  });

  test("staff open one person's data for a purpose that they work for; only its columns come, and the person reads who and why", async () => {
    const of = (person: string) => ({ ...params, person });
    const asStaff = async (purpose: string, who = ingrid, person = member) =>
      await who.call(openPerson, { params: of(person), query: { purpose } });
    const { items } = await ingrid.call(ownPurposes, { params });
    assert.ok(items.some((each) => each.id === log));
    const inLog = columnsIn(await asStaff(log));
    assert.ok(inLog.includes("kernel.memberships: Name"));
    assert.ok(!inLog.includes("kernel.memberships: Telephone"));
    assert.ok(columnsIn(await asStaff(administer)).includes("kernel.memberships: Telephone"));
    assert.deepEqual(
      (await kari.call(openings, {})).items.map(({ name, purpose }) => [
        name,
        /who used it/.test(purpose.en),
      ]),
      [
        ["Ingrid Solheim", false],
        ["Ingrid Solheim", true],
      ],
    );
    const lise = await house.as("lise");
    const foreign = (await lise.call(me, {})).memberships[0]?.id ?? "";
    assert.equal(await refusal(asStaff(administer, ingrid, foreign)), "not-found");
    assert.equal(await refusal(asStaff("access.open-doors")), "not-their-purpose");
    assert.equal(await refusal(asStaff("kernel.open-person")), "not-their-purpose");
    assert.equal(await refusal(asStaff(administer, kari)), "not-allowed");
    assert.equal(await refusal(asStaff(administer, lise)), "not-allowed");
    const unsaid = ingrid.call(openPerson, { params: of(member) });
    assert.equal(await refusal(unsaid), "purpose-missing");
    const { seen: behind } = await behindAdviser(house, { adviser: id, member: foreign });
    const outsider = { activity: "kernel.open-person", purpose: administer, member: [member] };
    assert.deepEqual((await behind(outsider)).personal, []);
  });

  test("when the persons agreed on are gone it is nobody's data, and not everybody's", async () => {
    const one = await invite({ persons: [member] });
    await sign(one);
    await house.owner.query("delete from kernel.adviser_members where adviser_id = $1", [one]);
    assert.deepEqual(await namesOf(one), []);
    assert.equal(await refusal(open(administer, { adviser: one })), "not-found");
  });

  test("for at most 90 days, for declared purposes, of one's own people", async () => {
    assert.equal(await refusal(invite({ lastDay: day(90) })), "adviser-days");
    assert.equal(await refusal(invite({ firstDay: day(3), lastDay: day(2) })), "adviser-days");
    assert.equal(await refusal(invite({ firstDay: day(-9), lastDay: day(-1) })), "adviser-days");
    assert.equal(await refusal(invite({ purposes: ["kernel.advise"] })), "adviser-purpose");
    assert.equal(await refusal(invite({ persons: [crypto.randomUUID()] })), "not-found");
    const { items } = await ingrid.call(purposes, { params });
    assert.ok(items.some((each) => each.id === log));
  });

  test("the notice and the record of processing tell of advisers", async () => {
    const told = (await ingrid.call(notice, { params })).purposes.find(
      ({ from }) => from === "kernel.advise",
    );
    assert.ok(told?.recipients.includes("advisers"));
    const { controller } = await ingrid.call(record, { params });
    const entry = controller.entries.find((each) => each.id === "kernel.advise");
    assert.ok(entry?.recipients.some(({ en }) => en.startsWith("Advisers")));
  });

  test("from the end on there is nothing, with the session that there was; the attempt is on record", async () => {
    assert.equal((await open(administer)).tables.length, 1);
    assert.equal((await mine())?.state, "in-force");
    await house.owner.query(
      "update kernel.advisers set begins_at = now() - interval '2 days', ends_at = now() - interval '1 second' where id = $1",
      [id],
    );
    await house.owner.query("delete from kernel.disclosures");
    assert.equal(await refusal(open(administer)), "advice-is-over");
    assert.equal(await refusal(namesOf()), "advice-is-over");
    assert.deepEqual(await seenOf(kari), []);
    const { state, refusedAt } = (await mine()) ?? {};
    assert.equal(state, "over");
    assert.ok(refusedAt);
    assert.equal((await rita.call(advice, {})).items.find((each) => each.id === id)?.state, "over");
  });

  test("ended early, in one tap, it is over at once", async () => {
    const short = await invite({ persons: [member] });
    await sign(short);
    assert.equal((await open(administer, { adviser: short })).tables.length, 1);
    await ingrid.call(endAdviser, { params: { ...params, adviser: short } });
    await ingrid.call(endAdviser, { params: { ...params, adviser: short } });
    assert.equal(await refusal(open(administer, { adviser: short })), "advice-is-over");
  });
});
