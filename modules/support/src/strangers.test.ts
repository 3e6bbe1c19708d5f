import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import type { Contract } from "@terskel/platform/contract";
import { sql } from "kysely";
import * as desk from "./api/desk.ts";
import * as mine from "./api/mine.ts";
import * as operator from "./api/operator.ts";
import { message, newCase, startTestHouse } from "./test-house.ts";
import type { TestMember, TestServer } from "./test-server.ts";

let house: Awaited<ReturnType<typeof startTestHouse>>;
let server: TestServer;
let chair: TestMember;
let kari: TestMember;
let neighbour: TestMember;
let stranger: TestMember;
let nora: TestMember;
let params: { organisation: string };
before(async () => {
  house = await startTestHouse();
  ({ server, chair, kari, neighbour, stranger, nora, params } = house);
});
after(async () => await server.stop());
beforeEach(async () => await house.empty());

const opened = async (as = kari) => await house.opened(as);
describe("nobody else", () => {
  const everything = async () =>
    await server.rows<{ row: string }>(
      `select c::text as row from support.cases c union all select m::text from support.messages m
       union all select a::text from support.assignments a order by 1`,
    );
  const every = () => server.support.routes.map(({ contract }) => contract);
  const bodies: Record<string, unknown> = {
    "support.take": { by: "me" },
    "support.takeOnBehalf": { by: "me" },
  };
  const bodyOf = (contract: Contract) =>
    contract.body
      ? (bodies[contract.id] ?? (contract.id === "support.ask" ? newCase() : message()))
      : undefined;

  test("another organisation's administrator, a neighbour and nobody at all get nothing from any route", async () => {
    const { params: of } = await opened();
    const before = await everything();
    for (const contract of every()) {
      const call = { params: of, body: bodyOf(contract) };
      assert.equal(await server.refused(contract, undefined, call), "401 not-signed-in");
      const said = await server.refused(contract, stranger, call);
      assert.ok(["404 not-found", "403 not-allowed"].includes(said), `${contract.id}: ${said}`);
      if (contract.path.includes(":case") || contract.who !== "member") {
        const heard = await server.refused(contract, neighbour, call);
        assert.ok(["404 not-found", "403 not-allowed"].includes(heard), `${contract.id}: ${heard}`);
      }
    }
    assert.deepEqual((await server.ok(mine.myCases, neighbour, { params })).items, []);
    assert.deepEqual(await everything(), before);
  });

  test("a case is reached by no other organisation's address", async () => {
    const { params: of } = await opened();
    const elsewhere = { organisation: stranger.organisation, case: of.case };
    for (const [contract, as] of [
      [desk.oneCase, stranger],
      [desk.close, stranger],
      [operator.openCase, nora],
      [operator.closeOnBehalf, nora],
    ] as const)
      assert.equal(await server.refused(contract, as, { params: elsewhere }), "404 not-found");
  });

  test("in the database a member who is no administrator sees nothing of the staff's, whatever they call it", async () => {
    await opened();
    for (const [who, most] of [
      [neighbour, 0],
      [stranger, 0],
      [chair, 1],
    ] as const) {
      const context = {
        activity: "support.handle",
        organisation: who.organisation,
        person: who.person,
        member: who.id,
      };
      const seen = await server.withContext(context, async (tx) => {
        const { rows } = await sql`select from support.messages`.execute(tx);
        return rows.length;
      });
      assert.equal(seen, most);
    }
    // As if they were the operator's: by no membership, and by no organisation.
    for (const organisation of [undefined, kari.organisation])
      await server.withContext(
        { activity: "support.handle", organisation, person: chair.person },
        async (tx) => {
          const { rows } = await sql`select from support.cases`.execute(tx);
          assert.equal(rows.length, 0);
        },
      );
  });

  test("what tells of cases reads no message", async () => {
    await opened();
    await server.withContext({ activity: "support.tell", ...params }, async (tx) => {
      const { rows } = await sql`select from support.messages`.execute(tx);
      assert.equal(rows.length, 0);
    });
  });
});

describe("the operator, on an organisation's behalf", () => {
  test("sees which cases wait, and what is in one when it is opened, which the person can see", async () => {
    const { params: of } = await opened();
    const { items } = await server.ok(operator.allCases, nora, {});
    assert.deepEqual(
      items.map(({ organisation, state }) => [organisation.name, state]),
      [["Solhaug", "open"]],
    );
    assert.ok(!JSON.stringify(items).includes("fob") && !JSON.stringify(items).includes("Kari"));
    assert.deepEqual(await server.rows("select from kernel.openings"), []);
    const read = await server.ok(operator.openCase, nora, { params: of });
    assert.equal(read.person.name, "Kari");
    assert.deepEqual(
      await server.rows("select member_id, opened_by, opener, activity from kernel.openings"),
      [
        {
          member_id: kari.id,
          opened_by: null,
          opener: "Terskel Drift",
          activity: "support.handle",
        },
      ],
    );
    await server.ok(operator.answerOnBehalf, nora, { params: of, body: message("Try again") });
    const [, answer] = (await server.ok(mine.myCase, kari, { params: of })).messages;
    assert.deepEqual([answer?.side, answer?.author], ["operator", undefined]);
  });

  test("nobody who has not signed to keep it to themselves, and nobody who is no administrator there", async () => {
    const { params: of } = await opened();
    const unsigned = await server.addMember(nora.organisation, "Olav", "administrator");
    assert.equal(
      await server.refused(operator.openCase, unsigned, { params: of }),
      "403 not-signed",
    );
    const clerk = await server.addMember(nora.organisation, "Siri");
    await server.sign(clerk);
    assert.equal(await server.refused(operator.openCase, clerk, { params: of }), "403 not-allowed");
  });
});

describe("whoever goes", () => {
  test("takes their cases along; of the staff, only who wrote it", async () => {
    const { params: of } = await opened();
    const per = await server.addMember(chair.organisation, "Per", "administrator");
    await server.ok(desk.answer, per, { params: of, body: message() });
    await server.ok(desk.take, per, { params: of, body: { by: "me" } });
    await server.rows("delete from kernel.memberships where id = $1", [per.id]);
    const read = await server.ok(desk.oneCase, chair, { params: of });
    assert.deepEqual(
      read.messages.map(({ side, author }) => [side, author]),
      [
        ["person", undefined],
        ["organisation", undefined],
      ],
    );
    assert.equal(read.taken, undefined);
  });

  test("is restricted: the staff see nothing of it, and the person reads on", async () => {
    const { params: of } = await opened();
    await server.rows(
      `insert into kernel.withholdings (organisation_id, member_id) values ($1, $2)`,
      [kari.organisation, kari.id],
    );
    assert.equal(await server.refused(desk.oneCase, chair, { params: of }), "404 not-found");
    assert.deepEqual((await server.ok(desk.cases, chair, { params })).items, []);
    assert.equal((await server.ok(mine.myCase, kari, { params: of })).messages.length, 1);
    await server.rows("delete from kernel.withholdings");
  });
});
