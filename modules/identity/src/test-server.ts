import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { cookieNames, createWithContext, keepHere, kernelProcessing } from "@terskel/kernel";
import { readConfig } from "@terskel/platform/config";
import { createHttp } from "@terskel/platform/http";
import { startJobs } from "@terskel/platform/jobs";
import { keysFrom } from "@terskel/platform/keys";
import { createLog } from "@terskel/platform/log";
import { createOutbox } from "@terskel/platform/outbox";
import { createTestDatabase } from "@terskel/platform/testing";
import { stored } from "./cookies.ts";
import * as signIn from "./api/sign-in.ts";
import { createIdentity, eidSettings, identityProcessing } from "./index.ts";
import type { IdentityPorts } from "./ports.ts";
import { createBrowser } from "./test-browser.ts";
import { createTestEid, testEidStored } from "./test-eid/index.ts";
import { testPersons } from "./test-persons.ts";

/**
 * Identity behind its HTTP contracts on a real port, over a database of its own, with the real test
 * eID on the same port and the real job queue. The clock can be put forward.
 */
export async function startTestServer(
  change: Partial<IdentityPorts> = {},
  settings: Record<string, string> = {},
) {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), "terskel-identity-"));
  const port = await freePort();
  const own = {
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    TERSKEL_DATA: folder,
  };
  const config = readConfig({ ...own, ...settings }, folder);
  const log = createLog("silent");
  const outbox = createOutbox(folder);
  const clock = { aheadMs: 0 };
  const ports: IdentityPorts = {
    withContext: createWithContext(
      database.app,
      new Set([kernelProcessing, identityProcessing].flatMap((p) => p.activities.map((a) => a.id))),
    ),
    keys: keysFrom(Buffer.alloc(32, 7)),
    config,
    log,
    ...keepHere(outbox),
    now: () => new Date(Date.now() + clock.aheadMs),
    demo: { persons: testPersons, outbox },
    ...change,
  };
  const identity = createIdentity(ports);
  const { app, mount } = await createHttp({
    config,
    log,
    authenticate: identity.authenticate,
    cookies: cookieNames([...stored, ...testEidStored]),
  });
  mount(identity.routes);
  const settingsOfEid = eidSettings(config);
  if (settingsOfEid.isTest) {
    const eid = createTestEid({
      ...settingsOfEid,
      persons: testPersons,
      keys: ports.keys,
      production: config.production,
    });
    app.addHook("onRequest", (request, reply, done) => {
      if (!request.url.startsWith("/test-eid/")) return done();
      reply.hijack();
      eid(request.raw, reply.raw);
    });
  }
  await app.listen({ host: "127.0.0.1", port });
  const jobs = await startJobs(database.owner, identity.jobs, log);
  const origin = config.publicUrl.origin;

  return {
    ports,
    identity,
    database,
    owner: database.owner,
    outbox,
    origin,
    /** Puts the clock forward. */
    later: (minutes: number) => (clock.aheadMs += minutes * 60_000),
    browser: () => createBrowser(origin),
    /** A browser in which this test person has signed in with the eID. */
    async signedIn(testPerson = "kari") {
      const browser = createBrowser(origin);
      const { body } = await browser.call(signIn.startEid, { body: { testPerson } });
      const { address } = await browser.follow(body.location);
      if (new URL(address).pathname !== "/") throw new Error(`Not signed in: ${address}`);
      return browser;
    },
    /** What was sent to an address, newest first; waits until there is something. */
    async sentTo(to: string, count = 1) {
      for (let wait = 0; wait < 200; wait += 1) {
        const found = outbox.list().filter((message) => message.to === to);
        if (found.length >= count) return found;
        await setTimeout(25);
      }
      throw new Error(`Nothing was sent to ${to}.`);
    },
    async stop() {
      await app.close();
      await jobs.stop();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
