import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { createPool, removeEmbedded, startEmbedded } from "@terskel/platform/db";
import { newInstallation } from "./support/installation.ts";
import type { Installation } from "./support/installation.ts";
import { freePort } from "./support/ports.ts";

describe("with an outside PostgreSQL whose user is no superuser", () => {
  let house: Installation;
  let bare: Installation;
  let server: Awaited<ReturnType<typeof startEmbedded>>;
  const name = "byen";
  before(async () => {
    bare = await newInstallation();
    const port = await freePort();
    server = await startEmbedded(join(bare.data, "outside"), {
      listen_addresses: "127.0.0.1",
      port: String(port),
    });
    const admin = createPool(server.url, { max: 1 });
    await admin.query(`create role ${name} login createrole`);
    await admin.query(`create database ${name} owner ${name}`);
    await admin.end();
    house = await newInstallation({
      DATABASE_URL: `postgres://${name}@127.0.0.1:${port}/${name}`,
    });
  });
  after(async () => {
    await server.stop();
    removeEmbedded(join(bare.data, "outside"));
    bare.remove();
    house.remove();
  });

  test("a backup holds every row, goes into an empty database only, and is the same there", async () => {
    const stop = await house.start();
    const [file, keyFile] = [join(house.data, "b.age"), join(house.data, "key")];
    try {
      await house.backup("--new-key", keyFile);
      const to = /age1\w+/.exec(readFileSync(keyFile, "utf8"))?.[0] ?? "";
      assert.equal((await house.backup(file, "--to", to)).code, 0);
    } finally {
      await stop();
    }
    const { code, said } = await house.restore(file, "--key", keyFile);
    assert.deepEqual(
      { code, said },
      { code: 1, said: "The database is not empty. Restore into an empty one." },
    );

    const admin = createPool(server.url, { max: 1 });
    const counts = async () => {
      const owner = createPool(server.url.replace("/terskel?", `/${name}?`), { max: 1 });
      const { rows } = await owner.query(
        `select (select count(*) from kernel.memberships) as members, (select count(*) from access.grants) as grants,
                (select count(*) from access.passages) as passages`,
      );
      await owner.end();
      return rows[0] as { members: number };
    };
    const before = await counts();
    assert.ok(before.members > 5);
    await admin.query(`drop database ${name} with (force)`);
    await admin.query(`create database ${name} owner ${name}`);
    await admin.end();
    const restored = await house.restore(file, "--key", keyFile);
    assert.equal(restored.code, 0, restored.said);
    assert.deepEqual(await counts(), before);
    const again = await house.start();
    try {
      assert.equal((await fetch(`${house.url}/healthz`)).status, 200);
    } finally {
      await again();
    }
  });
});
