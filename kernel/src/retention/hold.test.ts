import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { Problem } from "@terskel/platform/problems";
import { kari, norwegian, ola, startWorld, swedish } from "./test-world.ts";
import type { World } from "./test-world.ts";

let world: World;
before(async () => {
  world = await startWorld();
});
after(async () => await world.database.drop());
beforeEach(async () => {
  await world.reset();
  await world.query(
    `insert into trial.keys (organisation_id, member_id) values ('${norwegian}', '${kari}'), ('${swedish}', '${ola}');
     insert into trial.owners (organisation_id, member_id, name) values
       ('${norwegian}', '${kari}', 'Kari'), ('${swedish}', '${ola}', 'Ola'), ('${norwegian}', null, 'Nobody');
     insert into trial.invitations (organisation_id, key_id, email, expires_at)
       select organisation_id, id, case member_id when '${kari}' then 'by Kari' else 'by Ola' end, '2020-01-01' from trial.keys;
     insert into trial.invitations (organisation_id, email, expires_at) values
       ('${norwegian}', 'kari@nabo.example', '2020-01-01'), ('${norwegian}', 'other@nabo.example', '2020-01-01'),
       ('${swedish}', 'kari@nabo.example in sweden', '2020-01-01')`,
  );
});

const invitations = async () => await world.left("trial.invitations", "email");
const refused = async (statement: string, context = {}) =>
  await assert.rejects(
    world.act(statement, context),
    (error) => error instanceof Problem && error.code === "under-legal-hold",
  );

describe("past its time, what a hold covers stays, seen by nobody", () => {
  test("for a member: what leads to them, and what bears their address", async () => {
    await world.hold({ member: kari });
    await world.run();
    assert.deepEqual(await invitations(), ["by Kari", "kari@nabo.example"]);
    assert.deepEqual(await world.seen("trial.invitations", "email"), []);
  });

  test("for a table: that organisation's rows of it, and no other's", async () => {
    await world.hold({ table: "trial.invitations" });
    await world.run();
    assert.deepEqual(await invitations(), ["by Kari", "kari@nabo.example", "other@nabo.example"]);
  });

  test("for another table: nothing", async () => {
    await world.hold({ table: "trial.visits" });
    await world.run();
    assert.deepEqual(await invitations(), []);
  });

  test("for an organisation: everything it has", async () => {
    await world.hold({ organisation: swedish });
    await world.run();
    assert.deepEqual(await invitations(), ["by Ola", "kari@nabo.example in sweden"]);
  });

  test("until the hold ends, and then it goes", async () => {
    await world.hold({ member: kari });
    await world.run();
    await world.query("update kernel.holds set until = now() - interval '1 second'");
    await world.run();
    assert.deepEqual(await invitations(), []);
    assert.deepEqual(await world.left("kernel.holds", "reason"), [], "and the hold with it");
  });

  test("and is not late meanwhile", async () => {
    await world.hold({});
    await world.hold({ organisation: swedish });
    assert.deepEqual(await world.late(), []);
  });
});

describe("what a hold covers is deleted by nobody", () => {
  test("not by whoever may delete it otherwise", async () => {
    await world.hold({ member: kari, table: "trial.owners" });
    await refused("delete from trial.owners where name = 'Kari'");
    await world.act("delete from trial.owners where name = 'Nobody'");
    assert.deepEqual(await world.left("trial.owners", "name"), ["Kari", "Ola"]);
  });

  test("not with the membership, whichever table the hold names: with it the hold itself would go", async () => {
    await world.hold({ member: kari, table: "trial.owners" });
    await refused(`delete from kernel.memberships where id = '${kari}'`);
  });

  test("not by what cascades from another row", async () => {
    await world.hold({ table: "trial.owners" });
    await refused(`delete from kernel.memberships where id = '${kari}'`);
  });

  test("not with the organisation", async () => {
    await world.hold({ member: kari, table: "trial.visits" });
    await refused(`delete from kernel.organisations`, {
      activity: "kernel.administer-organisations",
    });
  });

  test("nor does it come to lead to nobody", async () => {
    await world.hold({ member: kari });
    await refused("update trial.owners set member_id = null where name = 'Kari'");
    await world.act("update trial.owners set name = 'Kari Nordlie' where name = 'Kari'");
  });

  test("and all of it can be again when the hold has ended", async () => {
    await world.hold({ member: kari, for: "-1 second" });
    await world.act(`delete from kernel.memberships where id = '${kari}'`);
    assert.deepEqual(await world.left("trial.owners", "name"), ["Nobody", "Ola"]);
  });
});

describe("past its time, what is about a restricted person stays", () => {
  const account = "0190b6a0-0000-7000-8000-0000000000aa";
  const lift = async () => await world.query("delete from kernel.withholdings");

  test("is counted by table and organisation, and is not late", async () => {
    await world.restrict("member_id", kari);
    await world.run();
    assert.deepEqual(await invitations(), ["by Kari"]);
    assert.deepEqual(await world.late(), []);
    assert.deepEqual(await world.withheld(), ["trial.invitations 1"]);
    assert.deepEqual(await world.withheld(norwegian), ["trial.invitations 1"]);
    assert.deepEqual(await world.withheld(swedish), []);
  });

  test("also by an address, and by the account of a membership", async () => {
    await world.query("update kernel.memberships set person_id = $1 where id = $2", [account, ola]);
    await world.restrict("person_id", account);
    await world.restrict("address", "other@nabo.example");
    await world.run();
    assert.deepEqual(await invitations(), ["by Ola", "other@nabo.example"]);
    assert.deepEqual(await world.withheld(swedish), ["trial.invitations 1"]);
    assert.deepEqual(await world.withheld(), ["trial.invitations 2"]);
  });

  test("and goes with the next run once the restriction is lifted", async () => {
    await world.restrict("member_id", kari);
    await world.run();
    await lift();
    await world.run();
    assert.deepEqual(await invitations(), []);
    assert.deepEqual(await world.withheld(), []);
    assert.ok(
      (await world.ledger()).includes(
        `${norwegian} trial.invitations until:expires_at retention 1`,
      ),
    );
  });

  test("whoever objected to something else is not counted, and theirs goes", async () => {
    await world.restrict("member_id", kari, "trial.try");
    await world.run();
    assert.deepEqual(await invitations(), []);
    assert.deepEqual(await world.withheld(), []);
  });

  test("what is not past its time is not counted", async () => {
    await world.query("update trial.invitations set expires_at = now() + interval '1 hour'");
    await world.restrict("member_id", kari);
    assert.deepEqual(await world.withheld(), []);
  });

  test("a hold on them holds what else leads to them", async () => {
    await world.hold({ member: kari });
    await world.restrict("member_id", kari);
    await world.run();
    assert.deepEqual(await invitations(), ["by Kari", "kari@nabo.example"]);
  });
});
