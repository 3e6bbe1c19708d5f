import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Keep } from "../declare.ts";
import { text } from "../words.ts";
import { period, startReleases, told, upToDate } from "./test-release.ts";

let world: Awaited<ReturnType<typeof startReleases>>;
before(async () => {
  world = await startReleases();
});
after(async () => await world.stop());

const seen = "select words as value from trial.notes order by words";
const add = (rows: string) =>
  world.query(`insert into trial.notes (organisation_id, words, at, ends_at) values ${rows}`);
const ledger = async () =>
  await world.query(
    "select format('%s %s', rule, sum(rows)) as value from kernel.retention_ledger where table_name like 'trial%' group by rule order by 1",
  );
const problem = async (call: Promise<unknown>) =>
  await call.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

describe("a longer keeping waits until it was told of", () => {
  const days = (n: number) => `now() - interval '${n} days'`;

  test("what is over by the rule that was told is invisible at once and goes by it; elsewhere it stays", async () => {
    const release = await world.install({ keep: period(30) }, { keep: period(90) });
    for (const organisation of [told, upToDate])
      await add(
        `('${organisation}', 'new', ${days(1)}, now()), ('${organisation}', 'over', ${days(31)}, now()), ('${organisation}', 'old', ${days(91)}, now())`,
      );
    assert.deepEqual(await release.act(told, seen), ["new"]);
    assert.deepEqual(await release.act(upToDate, seen), ["new", "over"]);
    assert.deepEqual(await release.late(), ["trial.notes"]);
    await release.retain();
    assert.deepEqual(await world.query(seen), ["new", "new", "over"]);
    assert.deepEqual(await ledger(), ["period:at:30 1", "period:at:90 2"]);
  });

  test("in force, the longer rule runs from that moment on", async () => {
    const release = await world.install({ keep: period(30) }, { keep: period(90) });
    await add(`('${told}', 'over', ${days(31)}, now())`);
    assert.deepEqual(await release.act(told, seen), []);
    await release.tellEveryone();
    assert.deepEqual(await release.act(told, seen), ["over"]);
    await release.retain();
    assert.deepEqual(await world.query(seen), ["over"]);
  });

  test("a shorter rule runs at once", async () => {
    const release = await world.install({ keep: period(90) }, { keep: period(30) });
    await add(`('${told}', 'over', ${days(31)}, now())`);
    assert.deepEqual(await release.act(told, seen), []);
    await release.retain();
    assert.deepEqual(await world.query(seen), []);
  });

  test("an end that the row itself has holds no longer than the bound that was told", async () => {
    const until = (atMostDays: number): Keep => ({
      kind: "until",
      column: "ends_at",
      set: { when: text("da", "då", "then"), atMostDays, after: "at" },
    });
    const release = await world.install({ keep: until(30) }, { keep: until(365) });
    const later = "now() + interval '1 year'";
    await add(
      `('${told}', 'bound', ${days(31)}, ${later}), ('${told}', 'ended', ${days(1)}, now()), ('${told}', 'there', ${days(1)}, ${later})`,
    );
    assert.deepEqual(await release.act(told, seen), ["there"]);
    await release.retain();
    assert.deepEqual(await world.query(seen), ["there"]);
  });

  test("as long as the agreement instead of a time: until it is in force the time counts", async () => {
    const release = await world.install(
      { keep: period(30) },
      { keep: { kind: "while", lives: "agreement" } },
    );
    await add(`('${told}', 'over', ${days(31)}, now()), ('${told}', 'there', ${days(1)}, now())`);
    assert.deepEqual(await release.act(told, seen), ["there"]);
    await release.retain();
    assert.deepEqual(await world.query(seen), ["there"]);
  });

  test("a bound that no column can carry out any more: nothing is added, and it is said why", async () => {
    const until = (atMostDays: number): Keep => ({
      kind: "until",
      column: "ends_at",
      set: { when: text("da", "då", "then"), atMostDays },
    });
    const release = await world.install({ keep: until(30) }, { keep: until(365) });
    const insert = (organisation: string) =>
      problem(
        release.act(
          organisation,
          `insert into trial.notes (organisation_id, words) values ('${organisation}', 'x')`,
        ),
      );
    assert.equal(await insert(told), "not-announced");
    assert.equal(await insert(upToDate), "done");
    await release.tellEveryone();
    assert.equal(await insert(told), "done");
  });

  test("what is an account's goes by the operator's notice", async () => {
    const release = await world.install({ keep: period(30) }, { keep: period(90) });
    await world.query(`insert into trial.logins (at, words) values (${days(31)}, 'over')`);
    const logins = "select words as value from trial.logins";
    assert.deepEqual(await release.act(undefined, logins), []);
    await release.tellEveryone();
    assert.deepEqual(await release.act(undefined, logins), ["over"]);
  });
});

describe("nothing is written into a column that was not told of", () => {
  const both = "select format('%s %s', face, loud) as value from trial.notes";
  const face = ["picture", "trial.try"] as const;
  const loud = ["device", "trial.try"] as const;
  const write = (organisation: string) =>
    `insert into trial.notes (organisation_id, words, face, loud) values ('${organisation}', 'x', 'a face', true)`;

  test("it stays empty, or as it is when nobody writes it, and the rest of the row is kept", async () => {
    const release = await world.install({ keep: period(30) }, { keep: period(30), face, loud });
    await release.act(told, write(told));
    await release.act(upToDate, write(upToDate));
    assert.deepEqual(await release.act(told, both), [" f"]);
    assert.deepEqual(await release.act(upToDate, both), ["a face t"]);
    await release.act(told, "update trial.notes set face = 'another', words = 'y'");
    assert.deepEqual(await release.act(told, `${both} where words = 'y'`), [" f"]);
    await release.tellEveryone();
    await release.act(told, "update trial.notes set face = 'another'");
    assert.deepEqual(await release.act(told, both), ["another f"]);
  });

  test("a kind of data that the purpose is told of in this table does not wait", async () => {
    const release = await world.install(
      { keep: period(30) },
      { keep: period(30), face: ["note", "trial.try"] },
    );
    await release.act(told, write(told));
    assert.deepEqual(await release.act(told, both), ["a face t"]);
  });

  test("a new table that cannot be left empty takes no row, and it is said why", async () => {
    const release = await world.install({ keep: period(30) }, { keep: period(30), lists: true });
    const insert = (organisation: string) =>
      problem(
        release.act(
          organisation,
          `insert into trial.lists (organisation_id, words) values ('${organisation}', 'x')`,
        ),
      );
    assert.equal(await insert(told), "not-announced");
    assert.equal(await insert(upToDate), "done");
    await release.tellEveryone();
    assert.equal(await insert(told), "done");
  });
});

describe("an activity on another ground waits as a new one does", () => {
  const interest = text("Orden", "Ordning", "Order");
  for (const [what, activity] of Object.entries({
    basis: { basis: "consent" },
    interest: { basis: "legitimate-interest", interest },
    controller: { controller: "organisation" },
    "machine that decides": { decidesAlone: interest },
  } as const)) {
    test(`another ${what}`, async () => {
      const release = await world.install({ keep: period(30) }, { keep: period(30), activity });
      assert.equal(await problem(release.act(told, seen)), "not-announced");
      assert.equal(await problem(release.act(upToDate, seen)), "done");
      await release.tellEveryone();
      assert.equal(await problem(release.act(told, seen)), "done");
    });
  }

  test("what a law requires does not wait", async () => {
    const release = await world.install(
      { keep: period(30) },
      { keep: period(30), activity: { basis: "legal-obligation" } },
    );
    assert.equal(await problem(release.act(told, seen)), "done");
  });
});
