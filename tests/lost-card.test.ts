import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  blockMyCredential,
  credentialHolder,
  myCredentials,
  unblockCredential,
} from "@terskel/access/api/credentials";
import { myDoors } from "@terskel/access/api/passages";
import { me } from "@terskel/identity/api/me";
import { Client } from "./support/client.ts";
import { eventually } from "./support/eventually.ts";
import { sharePieces } from "./support/pieces.ts";
import type { Pieces } from "./support/pieces.ts";

describe("a lost card, at a controller that is a process of its own", () => {
  const house = sharePieces();
  let pieces: Pieces;
  let kari: Client;
  let chair: Client;
  let params: { organisation: string };
  let door: string;
  let card: { number: string; id: string; person: string };
  before(async () => {
    pieces = await house.start();
    kari = await new Client(pieces.url).signIn("kari");
    chair = await new Client(pieces.url).signIn("ingrid");
    params = { organisation: (await kari.call(me, {})).memberships[0]?.organisation.id ?? "" };
    const doors = (await kari.call(myDoors, { params })).items.map(({ id }) => id);
    door = doors.find((id) => pieces.doors.includes(id)) ?? "";
    for (const number of pieces.cards) {
      const { holders } = await chair.call(credentialHolder, { params, body: { number } });
      const hers = holders.find(({ person }) => person.name === "Kari Nordlie");
      if (hers) card = { number, id: hers.id, person: hers.person.id };
    }
  });
  after(async () => {
    await find();
    await house.stop();
  });

  /** What the door says to the card. */
  async function present(): Promise<string> {
    const answer = await fetch(`${pieces.doorsUrl}/doors/${door}/present`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ kind: "card", number: card.number }),
      signal: AbortSignal.timeout(5000),
    });
    return ((await answer.json()) as { reason: string }).reason;
  }
  const says = async (reason: string) =>
    await eventually(`the door says ${reason}`, async () => (await present()) === reason);
  const lose = async () =>
    await kari.call(blockMyCredential, { params: { ...params, credential: card.id } });
  const find = async () =>
    await chair.call(unblockCredential, {
      params: { ...params, person: card.person, credential: card.id },
    });
  async function told() {
    const { items } = await kari.call(myCredentials, { params });
    const { known, waiting, offline } = items.find(({ id }) => id === card.id)!.blocked!;
    return { known, waiting, offline };
  }
  const isTold = async (wanted: Awaited<ReturnType<typeof told>>) =>
    await eventually(`the doors are told: ${JSON.stringify(wanted)}`, async () => {
      const { known, waiting, offline } = await told();
      return known === wanted.known && waiting === wanted.waiting && offline === wanted.offline;
    });

  test("opens nothing once its holder is told that the controller knows", async () => {
    await says("granted");
    await lose();
    await isTold({ known: 1, waiting: 0, offline: 0 });
    assert.equal(await present(), "unknown-credential");
  });

  test("opens again when an administrator says that it is found", async () => {
    await find();
    await says("granted");
  });

  test("is said to open still at a controller that is away, and opens nothing once that is back", async () => {
    await pieces.kill("controller");
    await lose();
    await isTold({ known: 0, waiting: 0, offline: 1 });
    await pieces.start("controller");
    await isTold({ known: 1, waiting: 0, offline: 0 });
    assert.equal(await present(), "unknown-credential");
  });

  test("leaves no number behind: not in the database, the trail or what the processes say", async () => {
    const { rows } = await pieces.pool.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname in ('kernel', 'identity', 'access', 'support', 'customers', 'graphile_worker')`,
    );
    for (const { name } of rows) {
      const found = await pieces.pool.query(
        `select from ${name} t where strpos(t::text, $1) > 0 limit 1`,
        [card.number],
      );
      assert.equal(found.rowCount, 0, name);
    }
    for (const kind of ["server", "controller", "broker"] as const) {
      assert.ok(!pieces.output(kind).includes(card.number), kind);
    }
  });

  test("stands in the trail, as does who asked whose it is", async () => {
    const { rows } = await pieces.pool.query<{ action: string; by_role: string }>(
      `select distinct action, by_role from kernel.audit_contents
        where action like 'access.%redential%' and by_role <> 'command' order by action`,
    );
    for (const [action, by] of [
      ["access.blockMyCredential", "member"],
      ["access.credentialHolder", "administrator"],
      ["access.unblockCredential", "administrator"],
    ] as const) {
      assert.ok(
        rows.some((row) => row.action === action && row.by_role === by),
        `${action} by ${by}: ${JSON.stringify(rows)}`,
      );
    }
  });
});
