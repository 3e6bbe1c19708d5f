import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  blockMyCredential,
  myCredentials,
  myPass,
  unblockCredential,
} from "@terskel/access/api/credentials";
import { myDoors } from "@terskel/access/api/passages";
import { me } from "@terskel/identity/api/me";
import { people } from "@terskel/identity/api/people";
import { Client } from "./support/client.ts";
import { eventually } from "./support/eventually.ts";
import { sharePieces } from "./support/pieces.ts";
import type { Pieces } from "./support/pieces.ts";

describe("a phone pass, at a controller that is a process of its own", () => {
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
    const { items } = await kari.call(myDoors, { params });
    door = items.find(({ id }) => pieces.doors.includes(id))!.id;
  });
  after(async () => await house.stop());

  /** The codes one has now, and by which one may open: that of now and the next. */
  const codes = async () => (await kari.call(myPass, { params })).codes.map(({ text }) => text);
  async function present(text: string): Promise<string> {
    const answer = await fetch(`${pieces.doorsUrl}/doors/${door}/present`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ kind: "phone-pass", number: text }),
      signal: AbortSignal.timeout(5000),
    });
    return ((await answer.json()) as { reason: string }).reason;
  }
  const isKnown = async () =>
    await eventually("the controller knows the pass", async () => {
      const { doors } = await kari.call(myPass, { params });
      return doors.known === 1 && doors.waiting === 0;
    });
  const ownPass = async () =>
    (await kari.call(myCredentials, { params })).items.find(({ kind }) => kind === "phone-pass")!;

  test("opens once its holder is told that the controller knows, also when the cloud is away", async () => {
    await codes();
    await isKnown();
    const [now = "", , , later = ""] = await codes();
    await pieces.kill("server");
    await pieces.kill("broker");
    assert.equal(await present(now), "granted");
    assert.equal(await present(now), "pass-replayed");
    assert.equal(await present(later), "pass-expired");
    assert.equal(await present(`${now.slice(0, -2)}00`), "pass-invalid");
    await pieces.kill("controller");
    await pieces.start("controller");
    assert.equal(await present(now), "pass-replayed", "also after a restart");
    await pieces.start("broker");
    await pieces.start("server");
  });

  test("opens nothing once its holder has blocked it and is told that the controller knows, and again when it is found", async () => {
    const [, next = ""] = await codes();
    const { id: credential } = await ownPass();
    await kari.call(blockMyCredential, { params: { ...params, credential } });
    await eventually("the controller knows", async () => (await ownPass()).blocked?.known === 1);
    assert.equal(await present(next), "unknown-credential");
    const { items } = await chair.call(people, { params, query: { search: "Kari Nordlie" } });
    const person = items[0]!.id;
    await chair.call(unblockCredential, { params: { ...params, person, credential } });
    await isKnown();
    const [, again = ""] = await codes();
    assert.equal(await present(again), "granted");
  });

  test("leaves no code behind: not in the database or what the processes say", async () => {
    const [text = ""] = await codes();
    const number = text.split(".")[1]!;
    const { rows } = await pieces.pool.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname in ('kernel', 'identity', 'access', 'support', 'customers', 'graphile_worker')`,
    );
    for (const { name } of rows) {
      const found = await pieces.pool.query(
        `select from ${name} t where strpos(upper(t::text), $1) > 0 limit 1`,
        [number],
      );
      assert.equal(found.rowCount, 0, name);
    }
    for (const kind of ["server", "controller", "broker"] as const) {
      assert.ok(!pieces.output(kind).includes(number), kind);
    }
  });

  test("stands in the trail as made, and not as shown: that would tell when one goes in and out", async () => {
    const { rows } = await pieces.pool.query(
      "select 1 from kernel.audit_contents where action = 'access.myPass'",
    );
    assert.equal(rows.length, 1);
  });
});
