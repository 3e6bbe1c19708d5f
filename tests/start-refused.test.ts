import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { createPool, removeEmbedded, startEmbedded } from "@terskel/platform/db";
import { createTestDatabase } from "@terskel/platform/testing";
import { outcome } from "./support/outcome.ts";
import { freePort } from "./support/ports.ts";
import { root, run } from "./support/process.ts";

/** Settings without which production does not start. */
const production = {
  TERSKEL_MODE: "production",
  PUBLIC_URL: "https://doors.example.org",
  OIDC_ISSUER: "https://eid.example.org",
  OIDC_CLIENT_ID: "terskel",
  SMTP_URL: "smtp://mail.example.org",
};

describe("what cannot start says so in one line, exits with 1 and leaves nothing behind", () => {
  const folders: string[] = [];
  const folder = () => {
    folders.push(mkdtempSync(join(tmpdir(), "terskel-test-")));
    return folders.at(-1) ?? "";
  };
  after(() => {
    for (const each of folders) {
      chmodSync(each, 0o700);
      removeEmbedded(each);
      rmSync(each, { recursive: true, force: true });
    }
  });

  test("a taken port, by the setting that changes it", async () => {
    const port = await freePort();
    const holder = createServer().listen(port, "127.0.0.1");
    const data = folder();
    const { code, said, left } = await outcome({ PORT: String(port), TERSKEL_DATA: data });
    holder.close();
    assert.equal(code, 1);
    assert.equal(
      said,
      `Port ${port} is taken. Stop the program that uses it, or set PORT to another.`,
    );
    assert.deepEqual(left, []);
    assert.deepEqual(readdirSync(data), []);
  });

  test("a taken port of a controller's page, which PORT changes too", async () => {
    const port = await freePort();
    const holder = createServer().listen(port + 2002, "127.0.0.1");
    const data = folder();
    const { code, said, left } = await outcome({ PORT: String(port), TERSKEL_DATA: data });
    holder.close();
    assert.equal(code, 1);
    assert.equal(
      said,
      `Port ${port + 2002} is taken. Stop the program that uses it, or set PORT to another.`,
    );
    assert.deepEqual(left, []);
    assert.deepEqual(readdirSync(data), []);
  });

  test("--fresh in production, which would delete an installation; nothing is changed", async () => {
    const data = folder();
    for (const name of ["secret", "tombstones"]) writeFileSync(join(data, name), "kept");
    const { code, said, left } = await outcome({ ...production, TERSKEL_DATA: data }, "--fresh");
    assert.equal(code, 1);
    assert.match(said, /^--fresh deletes .* demo.*TERSKEL_DATA.*$/);
    assert.deepEqual(left, []);
    assert.deepEqual(readdirSync(data).toSorted(), ["secret", "tombstones"]);
  });

  test("a folder of production in a start that forgot so, also with --fresh; nothing is changed", async () => {
    const data = folder();
    for (const [name, text] of [
      ["secret", "kept"],
      ["mode", "production\n"],
    ] as const) {
      writeFileSync(join(data, name), text);
    }
    for (const args of [[], ["--fresh"]]) {
      const { code, said, left } = await outcome({ TERSKEL_DATA: data }, ...args);
      assert.equal(code, 1);
      assert.match(said, /^The data in .* is of TERSKEL_MODE=production.* nothing was changed\.$/);
      assert.deepEqual(left, []);
      assert.deepEqual(readdirSync(data).toSorted(), ["mode", "secret"]);
    }
  });

  test("an unwritable data folder", async () => {
    // A file where the folder should be: root may write where permissions say no.
    const file = join(folder(), "file");
    writeFileSync(file, "");
    for (const unwritable of [join(file, "data"), "/proc/terskel"]) {
      const { code, said } = await outcome({ TERSKEL_DATA: unwritable });
      assert.equal(code, 1);
      assert.match(said, /^The data folder .* cannot be written .*TERSKEL_DATA.*$/);
    }
  });

  test("an unwritable data folder of the server alone", async () => {
    const main = join(root, "apps/server/src/main.ts");
    const settings = {
      DATABASE_URL: "postgres://nobody@127.0.0.1:9/nothing",
      TERSKEL_DATA: "/proc/terskel",
    };
    // By nobody whom it could tell.
    const running = run(main, [], settings, ["ignore", "pipe", "pipe"]);
    assert.equal(await running.ended, 1);
    assert.match(
      running.output().trim(),
      /^\/proc\/terskel cannot be written\. Set TERSKEL_DATA.*$/,
    );
  });

  test("a wrong value and an unknown setting, by name", async () => {
    assert.match(
      (await outcome({ PORT: "door", TERSKEL_DATA: folder() })).said,
      /^PORT is wrong: .*$/,
    );
    assert.match(
      (await outcome({ OIDC_ISSUR: "x", TERSKEL_DATA: folder() })).said,
      /^OIDC_ISSUR is not a setting.*$/,
    );
  });

  test("a database of a newer version", async () => {
    const data = folder();
    const database = await startEmbedded(data);
    const pool = createPool(database.url, { max: 1 });
    await pool.query("create schema migrations");
    await pool.query(
      "create table migrations.kysely_migration (name text primary key, timestamp text not null)",
    );
    await pool.query(
      "insert into migrations.kysely_migration values ('99_future/0001_more', '2030')",
    );
    await pool.end();
    await database.stop();
    const { code, said, left } = await outcome({ TERSKEL_DATA: data });
    assert.equal(code, 1);
    assert.match(
      said.split("\n").at(-1) ?? "",
      /^The database is of a newer version than this program .*99_future/,
    );
    assert.deepEqual(left, []);
  });

  test("a database that cannot be reached, said once in production too", async () => {
    for (const mode of [{}, production]) {
      const { code, said } = await outcome({
        ...mode,
        TERSKEL_DATA: folder(),
        DATABASE_URL: "postgres://nobody@127.0.0.1:9/nothing",
      });
      assert.equal(code, 1);
      assert.match(said.split("\n").at(-1) ?? "", /^The database cannot be reached .*DATABASE_URL/);
      assert.equal(said.match(/cannot be reached/g)?.length, 1, said);
    }
  });
});

test("in production a broker that controllers elsewhere cannot reach is said in one line", async () => {
  const data = mkdtempSync(join(tmpdir(), "terskel-test-"));
  const database = await createTestDatabase();
  const settings = { ...production, TERSKEL_DATA: data, DATABASE_URL: database.ownerUrl };
  const warned = async (env: NodeJS.ProcessEnv) => {
    const { said } = await outcome({ ...settings, ...env });
    assert.match(said, /Terskel is ready at https:\/\/doors\.example\.org/);
    return said.split("\n").filter((line) => /MQTT_HOST/.test(line)).length;
  };
  try {
    assert.equal(await warned({}), 1);
    assert.equal(await warned({ MQTT_PUBLIC_URL: "mqtts://doors.example.org:8883" }), 0);
  } finally {
    await database.drop();
    rmSync(data, { recursive: true, force: true });
  }
});
