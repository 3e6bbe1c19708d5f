import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { removeEmbedded } from "@terskel/platform/db";
import { descendants, isAlive } from "./support/descendants.ts";
import { eventually } from "./support/eventually.ts";
import { outcome } from "./support/outcome.ts";
import { freePort } from "./support/ports.ts";
import { run } from "./support/process.ts";
import { startScript } from "./support/product.ts";

/** A start on a data folder, ready. */
async function begin(data: string, ...args: string[]) {
  const port = await freePort();
  const running = run(startScript, args, { PORT: String(port), TERSKEL_DATA: data });
  await eventually(
    "the product is ready",
    () => {
      assert.equal(running.child.exitCode, null, running.output());
      return running.output().includes("Terskel is ready at");
    },
    60_000,
  );
  return { port, running, url: `http://localhost:${port}`, output: running.output };
}
type Started = Awaited<ReturnType<typeof begin>>;

/** Ends it, with every process that it has started; what its installation is known by. */
async function end({ port, running }: Started, data: string, signal: NodeJS.Signals) {
  const secret = readFileSync(join(data, "secret"), "utf8");
  const enrolment = JSON.parse(
    readFileSync(join(data, "controllers/solhaug/enrolment.json"), "utf8"),
  ) as { controller: string; brokerUrl: string };
  assert.equal(enrolment.brokerUrl, `mqtt://localhost:${port + 1000}`);
  const processes = descendants(running.child.pid ?? 0);
  assert.ok(processes.length >= 4);
  running.child.kill(signal);
  assert.equal(await running.ended, 0);
  assert.deepEqual(processes.filter(isAlive), []);
  return { secret, controller: enrolment.controller };
}

describe("npm start", () => {
  const data = mkdtempSync(join(tmpdir(), "terskel-test-"));
  let product: Started;
  before(async () => {
    product = await begin(data);
  });
  after(async () => {
    await product.running.kill("SIGINT");
    removeEmbedded(data);
    rmSync(data, { recursive: true, force: true });
  });

  test("says where to go, with the ready line last", () => {
    assert.match(product.output(), /The doors of solhaug are at http:\/\/localhost:\d+/);
    assert.equal(product.output().trim().split("\n").at(-1), `Terskel is ready at ${product.url}`);
  });

  test("is healthy: database, broker, jobs and retention, and no rights request is overdue", async () => {
    const answer = await fetch(`${product.url}/healthz`);
    assert.equal(answer.status, 200);
    assert.deepEqual(await answer.json(), {
      status: "ok",
      database: "ok",
      broker: "ok",
      jobs: "ok",
      retention: "ok",
      overdueRequests: 0,
      overdueBreaches: 0,
      keptByRestriction: 0,
      sending: { "e-mail provider": "kept here", "SMS provider": "kept here", waiting: 0 },
      audit: "ok",
    });
  });

  test("keeps the database off every network", () => {
    assert.equal(product.output().includes("5432"), false);
    const socketOnly = readFileSync(join(data, "postgres", "postmaster.opts"), "utf8");
    assert.match(socketOnly, /listen_addresses=/);
  });

  test("starts a database again that was killed; the server and the doors go on", async () => {
    const health = async () => await fetch(`${product.url}/healthz`).then(({ status }) => status);
    const file = join(data, "postgres", "postmaster.pid");
    const killed = readFileSync(file, "utf8").split("\n")[0];
    process.kill(Number(killed), "SIGKILL");
    await eventually(
      "another database runs, and the server is healthy",
      async () => readFileSync(file, "utf8").split("\n")[0] !== killed && (await health()) === 200,
      30_000,
    );
    const { status } = await fetch(`${product.url}/api/v1/demo/persons`);
    assert.equal(status, 200);
    assert.equal((await fetch(`http://localhost:${product.port + 2001}/doors`)).status, 200);
    assert.match(product.output(), /The database ended unexpectedly; starting it again\./);
    assert.doesNotMatch(product.output(), /The (server|door controller).* ended unexpectedly/);
  });

  test("refuses a second start on the same data, in one line, and leaves the first one running", async () => {
    const { code, said, left } = await outcome({ TERSKEL_DATA: data });
    assert.equal(code, 1);
    assert.match(said, /^Terskel is running from .* already .*TERSKEL_DATA.*$/);
    assert.deepEqual(left, []);
    assert.equal((await fetch(`${product.url}/healthz`)).status, 200);
  });

  test("a second start keeps the data, --fresh starts over, Ctrl-C and a closed terminal end every process", async () => {
    const first = await end(product, data, "SIGINT");
    product = await begin(data);
    assert.deepEqual(await end(product, data, "SIGHUP"), first);
    product = await begin(data, "--fresh");
    const third = await end(product, data, "SIGINT");
    assert.notEqual(third.controller, first.controller);
    assert.notEqual(third.secret, first.secret);
  });
});
