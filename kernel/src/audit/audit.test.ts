import assert from "node:assert/strict";
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { acting } from "@terskel/platform/acting";
import { sql } from "kysely";
import { erase } from "../erasure/erase.ts";
import { kariAtHouse } from "../erasure/test-house.ts";
import { expireTable } from "../retention/expire.ts";
import { graphOf } from "../retention/graph.ts";
import type { Tx } from "../requests/tx.ts";
import { aboutDigest, contentDigest, linkOf } from "./chain.ts";
import { enterRestore } from "./restored.ts";
import { act, house, kari, ola, startTrail } from "./test-trail.ts";
import { keepDays } from "./table.ts";
import { content, tampering } from "./test-tampering.ts";

let trail: Awaited<ReturnType<typeof startTrail>>;
before(async () => {
  trail = await startTrail();
});
after(async () => await trail.stop());

/** Everything of before is gone, as in a new installation. */
beforeEach(async () => await trail.empty());

const contents = async () => await trail.contents();
const changeTimes = async (times: number) => {
  for (let at = 0; at < times; at += 1) await trail.change();
};

describe("what somebody does is entered", () => {
  test("in the transaction that does it, with who, what and whom it was about, and no value", async () => {
    await trail.change();
    const [row, ...more] = await contents();
    assert.deepEqual(more, []);
    assert.deepEqual(
      [row?.["by_role"], row?.["member_id"], row?.["about_member_id"], row?.["organisation_id"]],
      ["administrator", ola, kari, house],
    );
    assert.deepEqual(
      [row?.["action"], row?.["activity"], row?.["outcome"], row?.["about"]],
      ["trial.change", "kernel.run-privacy-desk", "done", act.about],
    );
    assert.equal(row?.["number"], null);
    assert.doesNotMatch(JSON.stringify(row), /Ola \d/);
  });

  test("or not at all: neither what was rolled back nor what only looked has an entry", async () => {
    const context = { activity: "kernel.run-privacy-desk", organisation: house };
    await acting(act, async () => {
      await trail.withContext(context, async (tx: Tx) => sql`select 1`.execute(tx));
      const failing = trail.withContext(context, async (tx: Tx) => {
        await tx.updateTable("kernel.memberships").set({ name: "Nobody" }).execute();
        throw new Error("no");
      });
      await assert.rejects(failing, /^Error: no$/);
    });
    assert.deepEqual(await contents(), []);
  });

  test("what nobody does, such as a door's own message, has none", async () => {
    await trail.withContext(
      { activity: "kernel.run-privacy-desk", organisation: house },
      async (tx: Tx) =>
        await tx
          .updateTable("kernel.memberships")
          .set({ name: "Kari" })
          .where("id", "=", kari)
          .execute(),
    );
    assert.deepEqual(await contents(), []);
  });

  test("and neither the program nor the tables' owner changes it or takes it out", async () => {
    await trail.change();
    await trail.seal();
    const { owner, app } = trail.database;
    for (const table of ["audit_entries", "audit_contents"]) {
      for (const change of [
        `update kernel.${table} set at = now()`,
        `delete from kernel.${table}`,
      ]) {
        await assert.rejects(owner.query(change), /is appended to, and never changed/, change);
        await assert.rejects(
          trail.withContext({ activity: "kernel.keep-audit" }, async (tx: Tx) =>
            sql.raw(change).execute(tx),
          ),
          /appended to, and never changed|permission denied/,
          change,
        );
      }
    }
    const { rows } = await app.query("select from kernel.audit_contents");
    assert.equal(rows.length, 0, "without a context nothing is seen");
  });
});

describe("the chain", () => {
  test("gives each entry its number and link once, also when two seal at once and one was killed in between", async () => {
    await changeTimes(3);
    // Killed in the midst of a transaction: all of it is undone.
    const killed = trail.withContext({ activity: "kernel.keep-audit" }, async (tx: Tx) => {
      await sql`update kernel.audit_entries set number = 1, link = 'x'
        where id = (select min(id::text)::uuid from kernel.audit_entries)`.execute(tx);
      throw new Error("killed");
    });
    await assert.rejects(killed, /killed/);
    await Promise.all([trail.seal(), trail.seal()]);
    await trail.change();
    const head = await trail.seal();
    const { rows } = await trail.database.owner.query<{
      number: number;
      link: string;
      at: Date;
      digest: string;
    }>("select number, link, at, digest from kernel.audit_entries order by number");
    assert.deepEqual(
      rows.map(({ number }) => number),
      [1, 2, 3, 4],
    );
    let link = "";
    for (const row of rows) {
      link = linkOf(link, row.number, row.at, row.digest);
      assert.equal(row.link, link);
    }
    assert.deepEqual(head, { number: 4, link });
    const verdict = await trail.verify();
    assert.deepEqual(
      [verdict.ok, verdict.entries, verdict.waiting, verdict.checkpoints],
      [true, 4, 0, 2],
    );
  });

  test("is proved for more entries than are held at once", async () => {
    const at = new Date("2026-01-01T00:00:00Z");
    const facts = {
      at,
      organisation: null,
      by: "job",
      activity: "kernel.retention",
      action: "trial",
      about: {},
      outcome: "done",
      actor: null,
      aboutWhom: null,
    };
    const digest = contentDigest(facts);
    await trail.tamper(`with one as (insert into kernel.audit_entries (id, at, digest)
        select uuidv7(), '${at.toISOString()}', '${digest}' from generate_series(1, 5000) returning id)
      insert into kernel.audit_contents (id, at, by_role, activity, action, about, outcome)
      select id, '${at.toISOString()}', 'job', 'kernel.retention', 'trial', '{}', 'done' from one`);
    trail.clock.now = new Date("2026-02-01T00:00:00Z");
    await trail.seal();
    assert.deepEqual([(await trail.verify()).ok, (await trail.verify()).entries], [true, 5000]);
  });
});

describe("whoever owns the tables and tampers is found, and the first entry that is not proved is named", () => {
  for (const [what, how, broken] of tampering) {
    test(what, async () => {
      await changeTimes(6);
      await trail.seal();
      assert.equal((await trail.verify()).ok, true);
      await trail.tamper(how);
      const verdict = await trail.verify();
      assert.deepEqual([verdict.ok, verdict.broken], [false, broken]);
    });
  }

  test("the whole chain written anew, right in itself: the checkpoints know another", async () => {
    await changeTimes(2);
    await trail.seal();
    await changeTimes(2);
    await trail.seal();
    const salt = (await contents())[0]?.["about_salt"] as string;
    await trail.tamper(
      content(`about_member_id = '${ola}', about_digest = '${aboutDigest(salt, ola)}'`, 1),
    );
    await trail.tamper("update kernel.audit_entries set number = null, link = null");
    const [first] = await contents();
    await trail.tamper(
      `update kernel.audit_entries set digest = '${contentDigest({
        at: first?.["at"] as Date,
        organisation: house,
        by: "administrator",
        activity: "kernel.run-privacy-desk",
        action: "trial.change",
        about: act.about,
        outcome: "done",
        actor: first?.["actor_digest"] as string,
        aboutWhom: aboutDigest(salt, ola),
      })}' where id = '${String(first?.["id"])}'`,
    );
    await trail.seal();
    assert.deepEqual((await trail.verify()).broken, { number: 2, wrong: "rewritten" });
  });

  test("the checkpoints changed, or taken away", async () => {
    await changeTimes(2);
    await trail.seal();
    const whole = readFileSync(trail.checkpoints.file, "utf8");
    writeFileSync(trail.checkpoints.file, whole.replace('"number":2', '"number":1'));
    assert.deepEqual((await trail.verify()).broken, { number: 0, wrong: "checkpoint", line: 1 });
    rmSync(trail.checkpoints.file);
    assert.deepEqual((await trail.verify()).broken, { number: 2, wrong: "no-checkpoints" });
  });

  test("a line of the checkpoints that was cut off by a crash is no tampering", async () => {
    await trail.change();
    await trail.seal();
    appendFileSync(trail.checkpoints.file, '{"v":1,"kind":"he');
    await trail.change();
    await trail.seal();
    const { ok, checkpoints } = await trail.verify();
    assert.deepEqual([ok, checkpoints], [true, 2]);
  });
});

describe("what goes by rule leaves the chain proved", () => {
  test("whoever is erased is named no more, as actor or as whom it was about; the rest stays", async () => {
    await trail.change();
    await trail.change({ member: kari, aboutMember: ola });
    await trail.seal();
    await erase(trail.rights, kariAtHouse);
    const rows = await contents();
    assert.deepEqual(
      rows.map((row) => [row["member_id"], row["about_member_id"], row["actor_salt"] !== null]),
      [
        [ola, null, true],
        [null, ola, false],
      ],
    );
    const { ok, gone } = await trail.verify();
    assert.deepEqual([ok, gone], [true, { expired: 0, erased: 0, anonymised: 2 }]);
  });

  test("contents go when their time is up, and the chain is proved all the same", async () => {
    trail.clock.now = new Date(Date.now() - (keepDays + 1) * 86_400_000);
    await changeTimes(2);
    trail.clock.now = new Date();
    await trail.change();
    await trail.seal();
    const graph = graphOf(trail.rights.processings, await trail.rights.catalogue());
    const table = graph.tables.find(({ table: name }) => name === "kernel.audit_contents");
    assert.ok(table);
    await expireTable(trail.withContext, graph, table, new Date(), []);
    assert.equal((await contents()).length, 1);
    const { ok, entries, gone } = await trail.verify();
    assert.deepEqual([ok, entries, gone], [true, 3, { expired: 2, erased: 0, anonymised: 0 }]);
  });
});

describe("after a restore", () => {
  const backup =
    "create table public.kept as select * from kernel.audit_entries; create table public.kept_contents as select * from kernel.audit_contents";
  /** The database as it was at the backup. */
  const goBack = `truncate kernel.audit_entries, kernel.audit_contents;
    insert into kernel.audit_entries select * from public.kept;
    insert into kernel.audit_contents select * from public.kept_contents`;
  beforeEach(async () => {
    await changeTimes(2);
    await trail.seal();
    await trail.tamper(backup);
    await changeTimes(3);
    await trail.seal();
    await trail.tamper(goBack);
  });
  afterEach(async () => await trail.tamper("drop table public.kept, public.kept_contents"));

  test("what the backup does not have is told of, and is no tampering", async () => {
    await enterRestore(trail);
    await trail.seal();
    await trail.change();
    await trail.seal();
    const { ok, entries, restores } = await trail.verify();
    assert.deepEqual([ok, entries], [true, 4]);
    assert.deepEqual(restores, [{ at: trail.clock.now.toISOString(), from: 3, to: 5 }]);
  });

  test("one that nobody wrote down is tampering", async () => {
    assert.deepEqual((await trail.verify()).broken, { number: 3, wrong: "cut" });
    // As the command would enter it, without the checkpoints' key.
    await enterRestore({
      ...trail,
      checkpoints: { ...trail.checkpoints, noteRestored: () => undefined },
    });
    assert.deepEqual((await trail.verify()).broken, { number: 3, wrong: "restore-unknown" });
  });

  test("one that was begun and failed excuses nothing, and is no tampering by itself", async () => {
    trail.checkpoints.noteRestored(
      { number: 0, link: "" },
      "0190b6a0-0000-7000-8000-0000000000ff",
      new Date(),
    );
    assert.deepEqual((await trail.verify()).broken, { number: 3, wrong: "cut" });
  });
});
