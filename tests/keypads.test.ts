import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { doorAlarms } from "@terskel/access/api/alarms";
import { giveCode, keypadDoors, myCodes, newPin, withdrawCode } from "@terskel/access/api/keypads";
import { passages } from "@terskel/access/api/passages";
import { me } from "@terskel/identity/api/me";
import { Client } from "./support/client.ts";
import { eventually } from "./support/eventually.ts";
import { sharePieces } from "./support/pieces.ts";
import type { Pieces } from "./support/pieces.ts";

const HOUR_MS = 3_600_000;

describe("PINs and codes, at a controller that is a process of its own", () => {
  const house = sharePieces();
  let pieces: Pieces;
  let kari: Client;
  let chair: Client;
  let params: { organisation: string };
  let door: string;
  before(async () => {
    pieces = await house.start();
    kari = await new Client(pieces.url).signIn("kari");
    chair = await new Client(pieces.url).signIn("ingrid");
    params = { organisation: (await kari.call(me, {})).memberships[0]!.organisation.id };
    const { items } = await kari.call(keypadDoors, { params });
    door = items.find(({ id }) => pieces.doors.includes(id))!.id;
  });
  after(async () => await house.stop());

  async function type(digits: string): Promise<string> {
    const answer = await fetch(`${pieces.doorsUrl}/doors/${door}/present`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ kind: "pin", number: digits }),
      signal: AbortSignal.timeout(5000),
    });
    return ((await answer.json()) as { reason: string }).reason;
  }
  async function give(name: string, once: boolean) {
    const code = randomUUID();
    const from = new Date().toISOString();
    const until = new Date(Date.now() + HOUR_MS).toISOString();
    const body = { name, doors: [door], from, until, once };
    return { code, ...(await kari.call(giveCode, { params: { ...params, code }, body })) };
  }
  /** Until the controller has a list with what was changed last. */
  const told = async () =>
    await eventually("the controller knows", async () => {
      const { rows } = await pieces.pool.query<{ behind: number }>(
        `select count(*)::int as behind from access.controllers c join access.doors d on d.controller_id = c.id
          where d.id = $1 and (c.list_reported <> c.list_revision or exists
            (select from graphile_worker.jobs j where j.task_identifier like 'access.publish-list%'))`,
        [door],
      );
      return rows[0]!.behind === 0;
    });
  const mine = async (code: string) =>
    (await kari.call(myCodes, { params })).items.find(({ id }) => id === code);
  const waiting = async () =>
    (await chair.call(doorAlarms, { params, query: { door, only: "waiting" } })).items.map(
      ({ kind }) => kind,
    );

  test("a PIN opens and a code for one use opens once, also when the cloud is away; it hears of both when it is back", async () => {
    const { pin } = await kari.call(newPin, { params });
    const { code, number } = await give("PostNord", true);
    await told();
    await pieces.kill("server");
    await pieces.kill("broker");
    assert.equal(await type(pin), "granted");
    assert.equal(await type(number), "granted");
    assert.equal(await type(number), "code-used");
    await pieces.kill("controller");
    await pieces.start("controller");
    assert.equal(await type(number), "code-used", "also after a restart");
    assert.equal(await type(pin), "granted");
    await pieces.start("broker");
    await pieces.start("server");
    await eventually("the giver reads that it was used", async () => (await mine(code))?.used);
    const { items } = await chair.call(passages, { params, query: { door } });
    const opened = items.filter(({ outcome }) => outcome === "opened");
    const shown = opened.map(({ credential, person }) => [credential, person?.name]);
    for (const credential of ["pin", "code"])
      assert.ok(shown.some(([kind, name]) => kind === credential && name === "Kari Nordlie"));
  });

  test("a code that is withdrawn opens nothing once its giver is told that the controller knows", async () => {
    const { code, number } = await give("Rørlegger", false);
    await told();
    assert.equal(await type(number), "granted");
    await kari.call(withdrawCode, { params: { ...params, code } });
    await eventually(
      "the controller knows",
      async () => (await mine(code))?.withdrawn?.known === 1,
    );
    assert.equal(await type(number), "pin-wrong");
  });

  test("a duress PIN opens, and an alarm waits for whoever administers the door", async () => {
    const { duress } = await kari.call(newPin, { params });
    await told();
    assert.equal(await type(duress), "granted");
    await eventually("the alarm", async () => (await waiting()).includes("duress"));
    const { items } = await kari.call(doorAlarms, { params });
    assert.deepEqual(items, []);
  });

  test("guessing closes the keypad, also across a restart, and an alarm says so", async () => {
    for (let each = 0; each < 5; each += 1) assert.equal(await type("000000"), "pin-wrong");
    assert.equal(await type("000000"), "keypad-closed");
    await pieces.kill("controller");
    await pieces.start("controller");
    assert.equal(await type("000000"), "keypad-closed");
    await eventually("the alarm", async () => (await waiting()).includes("pin-guessed"));
  });

  test("no number is left in the database or in what the processes say", async () => {
    const { pin, duress } = await kari.call(newPin, { params });
    const { number } = await give("Bud", true);
    const { rows } = await pieces.pool.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname in ('kernel', 'identity', 'access', 'support', 'customers', 'graphile_worker')`,
    );
    for (const { name } of rows) {
      // With what stands around a value: six digits alone stand in many a time and id.
      const found = await pieces.pool.query(`select from ${name} t where t::text ~ $1 limit 1`, [
        `[("]["']*(${pin}|${duress}|${number})["']*[)",]`,
      ]);
      assert.equal(found.rowCount, 0, name);
    }
    for (const kind of ["server", "controller", "broker"] as const)
      for (const digits of [pin, duress, number])
        assert.ok(!pieces.output(kind).includes(`"${digits}"`), kind);
  });
});
