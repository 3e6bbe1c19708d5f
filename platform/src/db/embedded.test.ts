import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { removeEmbedded } from "./cluster.ts";
import { startEmbedded } from "./embedded.ts";

const asRoot = process.getuid?.() === 0;
const rootOnly = { skip: asRoot ? false : "only root starts PostgreSQL as another account" };

/** Nothing here has to survive a power cut, except where that is asked. */
const start = async (folder: string) => await startEmbedded(folder, { fsync: "off" });

const folders: string[] = [];
after(() => {
  for (const folder of folders) {
    removeEmbedded(folder);
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A folder that everybody can enter, unless said. */
function dataFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), "terskel-embedded-"));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const socketOf = (url: string) => new URL(url).searchParams.get("host") ?? "";
/** A process that nobody has asked about its end still has a number, and no command. */
const runs = (pid: number) => {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) && readFileSync(file, "utf8") !== "";
};

/** Starts the database in a process of its own, as a program that is killed would have. */
function starter(folder: string, uid?: number) {
  const script = `import("${import.meta.resolve("./embedded.ts")}").then(async ({ startEmbedded }) => {
    const { url, pid } = await startEmbedded(${JSON.stringify(folder)}, { fsync: "off" });
    console.log(JSON.stringify({ url, pid }));
  }).catch((error) => { console.error(error.message); process.exit(1); });`;
  const child = spawn(process.execPath, ["-e", script], {
    stdio: ["ignore", "pipe", "pipe"],
    ...(uid === undefined ? {} : { uid, gid: uid, cwd: "/" }),
  });
  const said = { text: "" };
  child.stderr.on("data", (chunk: Buffer) => (said.text += chunk.toString()));
  const ready = new Promise<{ url: string; pid: number }>((resolve, reject) => {
    child.stdout.once("data", (line: Buffer) => {
      resolve(JSON.parse(line.toString()) as { url: string; pid: number });
    });
    child.once("exit", () => reject(new Error(said.text)));
  });
  ready.catch(() => undefined);
  const kill = async () => {
    const gone = new Promise((resolve) => {
      child.once("exit", resolve);
    });
    child.kill("SIGKILL");
    await gone;
  };
  return { child, ready, kill };
}

test("the first start makes the database, the second keeps its data; a socket is all it listens on", async () => {
  const folder = join(dataFolder(), "not", "yet", "there");
  const first = await startEmbedded(folder);
  await ask(first.url, "create table kept (text text); insert into kept values ('æøå')");
  const [settings] = await ask<Record<string, string>>(
    first.url,
    `select current_setting('listen_addresses') as listens, current_setting('server_encoding') as encoding,
            current_setting('fsync') as fsync, split_part(version(), ' ', 2) as version`,
  );
  assert.equal(settings?.listens, "");
  assert.equal(settings?.encoding, "UTF8");
  assert.equal(settings?.fsync, "on");
  assert.match(settings?.version ?? "", /^18\./);
  const socket = socketOf(first.url);
  assert.equal(statSync(socket).mode & 0o777, 0o700);
  await first.stop();
  assert.equal(await first.ended, 0);
  assert.equal(existsSync(socket), false);

  const second = await startEmbedded(folder);
  assert.deepEqual(await ask(second.url, "select * from kept"), [{ text: "æøå" }]);
  await second.stop();
  await second.stop();
  assert.deepEqual(readdirSync(folder), ["postgres"]);
});

describe("started by root", rootOnly, () => {
  test("it runs as an account that is not root's", async () => {
    const database = await start(dataFolder());
    assert.notEqual(statSync(`/proc/${database.pid}`).uid, 0);
    await database.stop();
  });

  test("in a folder that only root can enter, the files stand outside, behind a link", async () => {
    const folder = dataFolder(0o700);
    const database = await start(folder);
    await database.stop();
    const link = join(folder, "postgres");
    assert.ok(lstatSync(link).isSymbolicLink());
    const outside = readlinkSync(link);
    assert.equal(statSync(outside).mode & 0o777, 0o700);
    const again = await start(folder);
    await again.stop();
    assert.equal(readlinkSync(link), outside);
    removeEmbedded(folder);
    assert.equal(existsSync(outside), false);
    assert.deepEqual(readdirSync(folder), []);
  });

  test("two first starts at once in such folders do not disturb each other", async () => {
    const both = await Promise.all([start(dataFolder(0o700)), start(dataFolder(0o700))]);
    for (const database of both) assert.equal((await ask(database.url, "select 1")).length, 1);
    await Promise.all(both.map(async (database) => await database.stop()));
  });

  test("a database that an ordinary user made goes on as that user's", async (t) => {
    const nobody = 65_534;
    const folder = dataFolder(0o777);
    const { ready, kill } = starter(folder, nobody);
    const first = await ready.catch((error: unknown) => {
      // This checkout may lie where only root can read it.
      t.skip(String(error));
    });
    if (!first) return;
    assert.equal(statSync(`/proc/${first.pid}`).uid, nobody);
    assert.equal(lstatSync(join(folder, "postgres")).isDirectory(), true);
    await kill();
    const database = await start(folder);
    assert.equal(statSync(`/proc/${database.pid}`).uid, nobody);
    await database.stop();
  });
});

describe("after something was killed", () => {
  test("the server that a killed start left behind is ended, its socket removed, its data kept", async () => {
    const folder = dataFolder();
    const { ready, kill } = starter(folder);
    const left = await ready;
    await ask(left.url, "create table kept (n integer); insert into kept values (7)");
    await kill();
    assert.ok(runs(left.pid));
    const database = await start(folder);
    assert.equal(runs(left.pid), false);
    assert.equal(existsSync(socketOf(left.url)), false);
    assert.deepEqual(await ask(database.url, "select n from kept"), [{ n: 7 }]);
    await database.stop();
  });

  test("a killed server starts again with what was committed, though a connection was open", async () => {
    const folder = dataFolder();
    const first = await start(folder);
    const client = new Client({ connectionString: first.url });
    client.on("error", () => undefined);
    await client.connect();
    await client.query("create table kept (n integer); insert into kept values (7)");
    await client.query("begin; insert into kept values (8)");
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    const backend = rows[0]?.pid ?? 0;
    // It holds the shared memory a while longer, as it would on a busy machine.
    process.kill(backend, "SIGSTOP");
    process.kill(first.pid, "SIGKILL");
    assert.equal(await first.ended, null);
    const starting = start(folder);
    await wait(1500);
    process.kill(backend, "SIGCONT");
    const second = await starting;
    assert.deepEqual(await ask(second.url, "select n from kept"), [{ n: 7 }]);
    await second.stop();
  });

  test("a first start that was interrupted leaves no half database", async () => {
    const folder = dataFolder(asRoot ? 0o700 : 0o755);
    const { kill } = starter(folder);
    const begun = () => readdirSync(folder).find((file) => file.startsWith("postgres.new-"));
    const versionFile = () => join(folder, begun() ?? "none", "PG_VERSION");
    while (!existsSync(versionFile())) await wait(5);
    await kill();
    const database = await start(folder);
    assert.equal((await ask(database.url, "select 1")).length, 1);
    assert.deepEqual(readdirSync(folder), ["postgres"]);
    await database.stop();
  });

  test("another program that has got the server's number since is left in peace", async () => {
    const folder = dataFolder();
    const first = await start(folder);
    await first.stop();
    const other = spawn("sleep", ["60"]);
    const file = join(folder, "postgres", "postmaster.pid");
    writeFileSync(file, `${other.pid}\n${join(folder, "postgres")}\n1\n5432\n/etc\n\n`);
    const database = await start(folder);
    assert.equal(other.exitCode, null);
    assert.equal(other.signalCode, null);
    assert.ok(existsSync("/etc"));
    other.kill();
    await database.stop();
  });
});

describe("what cannot start says so in one line, and leaves nothing running", () => {
  test("a setting that PostgreSQL refuses", async () => {
    const sockets = () => readdirSync(tmpdir()).filter((file) => file.startsWith("terskel-pg-"));
    const before = new Set(sockets());
    const folder = dataFolder();
    const started = startEmbedded(folder, { max_connections: "many" });
    await assert.rejects(started, (error: Error) => {
      assert.match(error.message, /^The database did not start: .*max_connections.*$/);
      return true;
    });
    assert.equal(existsSync(join(folder, "postgres", "postmaster.pid")), false);
    const own = sockets().filter((each) => !before.has(each));
    // Other tests' servers come and go meanwhile; ours has left no empty folder.
    assert.ok(own.every((each) => readdirSync(join(tmpdir(), each)).length > 0));
  });

  test("files of another major version", async () => {
    const folder = dataFolder();
    const database = await start(folder);
    await database.stop();
    writeFileSync(join(folder, "postgres", "PG_VERSION"), "17\n");
    await assert.rejects(
      start(folder),
      /^Error: The database did not start: .*incompatible with server$/,
    );
  });

  test("a link to files that are gone, and a link that somebody else made is not followed to remove", async () => {
    const folder = dataFolder();
    const theirs = dataFolder();
    writeFileSync(join(theirs, "file"), "theirs");
    symlinkSync(join(theirs, "gone"), join(folder, "postgres"));
    await assert.rejects(start(folder), /is gone\. Restore it, or start with --fresh\.$/);
    removeEmbedded(folder);
    symlinkSync(theirs, join(folder, "postgres"));
    removeEmbedded(folder);
    assert.equal(readFileSync(join(theirs, "file"), "utf8"), "theirs");
    assert.deepEqual(readdirSync(folder), []);
  });

  test("somebody else's files", { skip: asRoot ? false : "needs root" }, async (t) => {
    const folder = dataFolder(0o777);
    mkdirSync(join(folder, "postgres"));
    const { ready } = starter(folder, 65_534);
    await assert.rejects(ready, (error: Error) => {
      if (!error.message.includes("belongs to another account")) t.skip(error.message);
      return true;
    });
  });
});
