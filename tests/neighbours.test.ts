import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { requestEmailCode, requestSmsCode, startEid } from "@terskel/identity/api/sign-in";
import { Client } from "./support/client.ts";
import { copyDemo } from "./support/demo-copy.ts";
import type { DemoCopy } from "./support/demo-copy.ts";
import { eventually } from "./support/eventually.ts";
import { mailServer, silence, web } from "./support/neighbours.ts";
import type { Neighbour } from "./support/neighbours.ts";
import { freePort } from "./support/ports.ts";
import { root, run } from "./support/process.ts";
import type { Running } from "./support/process.ts";
import { runServer } from "./support/server-process.ts";

const main = join(root, "apps/server/src/main.ts");
const supplierScript = join(root, "apps/server/src/start/add-supplier.ts");
const kinds = ["broker", "eid", "mail", "sms"] as const;
type Kind = (typeof kinds)[number];

/** The mail server and the gateway are in the register: to nobody else does anything go. */
async function areSuppliers(env: NodeJS.ProcessEnv): Promise<void> {
  const named = ["--number", "310060062", "--country", "NO", "--host", "127.0.0.1"];
  const days = ["--first-day", "2026-01-01"];
  for (const which of [
    ["--name", "Fjordpost AS"],
    ["--name", "Tekstvarsel AS", "--sms"],
  ]) {
    const command = run(supplierScript, [...which, ...named, ...days], env);
    if ((await command.ended) !== 0) throw new Error(command.output());
  }
}

/** How long a server takes to start that has no neighbours to ask, at the same time on the same machine. */
async function startsAloneMs(): Promise<number> {
  const { data, database } = await copyDemo();
  const startedAt = Date.now();
  const server = await runServer({ TERSKEL_DATA: data, DATABASE_URL: database.ownerUrl });
  const tookMs = Date.now() - startedAt;
  await server.kill("SIGTERM");
  await database.drop();
  rmSync(data, { recursive: true, force: true });
  return tookMs;
}

// Beside each other: they wait for what comes again.
describe("a server whose broker, eID, mail server and SMS gateway", { concurrency: true }, () => {
  for (const [how, dead] of [
    ["are not there", undefined],
    ["take a connection and never answer", silence],
  ] as const) {
    describe(how, { concurrency: false }, () => {
      const ports = {} as Record<Kind, number>;
      const there = new Map<Kind, Neighbour>();
      let copy: DemoCopy;
      let server: Running;
      let url = "";
      let startMs = 0;
      let aloneMs = 0;

      before(async () => {
        const port = await freePort();
        url = `http://localhost:${port}`;
        for (const kind of kinds) {
          ports[kind] = await freePort();
          if (dead) there.set(kind, await dead(ports[kind]));
        }
        copy = await copyDemo();
        const ours = { TERSKEL_DATA: copy.data, DATABASE_URL: copy.database.ownerUrl };
        // They are there before the first notices, which name them (docs/running.md).
        await copy.database.owner.query("delete from kernel.notice_versions");
        await areSuppliers(ours);
        const alone = startsAloneMs();
        const startedAt = Date.now();
        server = run(main, [], {
          ...ours,
          PORT: String(port),
          MQTT_URL: `mqtt://127.0.0.1:${ports.broker}`,
          OIDC_ISSUER: `http://127.0.0.1:${ports.eid}`,
          OIDC_CLIENT_ID: "terskel",
          SMTP_URL: `smtp://127.0.0.1:${ports.mail}`,
          SMS_URL: `http://127.0.0.1:${ports.sms}/send`,
        });
        let ready = false;
        server.child.on("message", (said: { ready?: unknown }) => (ready ||= Boolean(said.ready)));
        await eventually(
          "the server is ready",
          () => {
            if (server.child.exitCode !== null) throw new Error(server.output());
            return ready;
          },
          60_000,
        );
        startMs = Date.now() - startedAt;
        aloneMs = await alone;
      });
      after(async () => {
        await server.kill("SIGTERM");
        for (const each of there.values()) await each.stop();
        await copy.database.drop();
        rmSync(copy.data, { recursive: true, force: true });
      });

      /** In the place of whoever was dead. */
      async function comes<N extends Neighbour>(kind: Kind, start: (port: number) => Promise<N>) {
        await there.get(kind)?.stop();
        const neighbour = await start(ports[kind]);
        there.set(kind, neighbour);
        return neighbour;
      }
      const healthz = async () => await new Client(url).send("GET", "/healthz");
      const logged = (job: string) =>
        server
          .output()
          .split("\n")
          .filter((line) => line.includes(`"job":"${job}"`) && line.includes("job failed"));

      test("starts all the same, and waits for none of them", () => {
        assert.ok(startMs < aloneMs + 10_000, `${startMs} ms, alone ${aloneMs} ms`);
      });

      test("says in /healthz what is wrong with the broker, and is well again when that is there", async () => {
        const { status, body } = await eventually("the reason is known", async () => {
          const answer = await healthz();
          return /reached: ./.test((answer.body as { broker: string }).broker) && answer;
        });
        const { broker, database: db, jobs } = body as Record<string, string>;
        assert.equal(status, 503);
        assert.match(broker ?? "", dead ? /reached: connack timeout/ : /reached: .*ECONNREFUSED/);
        assert.deepEqual([db, jobs], ["ok", "ok"]);

        const outside = await comes("broker", async (port) => {
          const running = run(join(root, "tests/support/outside-broker.ts"), [String(port)], {});
          return { stop: async () => await running.kill(), running };
        });
        await eventually("200", async () => (await healthz()).status === 200, 20_000);

        // One that is there and does not answer any more.
        outside.running.child.kill("SIGSTOP");
        await eventually("503", async () => (await healthz()).status === 503, 30_000);
        outside.running.child.kill("SIGCONT");
        await eventually("200 again", async () => (await healthz()).status === 200, 20_000);
      });

      test("tells whoever signs in by eID within seconds, and lets them in when it is there", async () => {
        const startedAt = Date.now();
        const { status, body } = await new Client(url).send("POST", startEid.path, {});
        assert.ok(Date.now() - startedAt < 8000);
        assert.equal(status, 503);
        const { code, title } = body as { code: string; title: string };
        assert.equal(code, "eid-unavailable");
        assert.match(title, /eID/);

        const issuer = `http://127.0.0.1:${ports.eid}`;
        await comes(
          "eid",
          async (port) =>
            await web(port, (_, answer) => {
              answer.setHeader("content-type", "application/json");
              answer.end(
                JSON.stringify({
                  issuer,
                  authorization_endpoint: `${issuer}/auth`,
                  token_endpoint: `${issuer}/token`,
                  jwks_uri: `${issuer}/jwks`,
                }),
              );
            }),
        );
        const { location } = await new Client(url).call(startEid, { body: {} });
        assert.ok(location.startsWith(`${issuer}/auth?`), location);
      });

      test("keeps an e-mail until the mail server takes it, and the operator reads why it waits", async () => {
        const body = { email: "kari.nordlie@solhaug.example" };
        assert.equal((await new Client(url).send("POST", requestEmailCode.path, body)).status, 202);
        await eventually("it failed", () => logged("identity.send-code").length > 0, 30_000);
        const said = logged("identity.send-code").join("\n");
        assert.match(said, dead ? /Greeting never received/ : /ECONNREFUSED/);
        assert.doesNotMatch(said, /kari/i);

        const { mails } = await comes("mail", mailServer);
        const [mail = ""] = await eventually("it came", () => mails.length > 0 && mails, 60_000);
        assert.match(mail, /^To: kari\.nordlie@solhaug\.example/m);
        assert.match(mail, /\d{6}/);
      });

      test("keeps an SMS until the gateway takes it", async () => {
        const before = logged("identity.send-code").length;
        const body = { phone: "+4740000201", organisationNumber: await officeNumber() };
        assert.equal((await new Client(url).send("POST", requestSmsCode.path, body)).status, 202);
        await eventually("it failed", () => logged("identity.send-code").length > before, 30_000);
        assert.doesNotMatch(logged("identity.send-code").join("\n"), /40000201/);

        const taken: string[] = [];
        await comes(
          "sms",
          async (port) =>
            await web(port, (request, answer) => {
              let said = "";
              request.on("data", (chunk: Buffer) => (said += chunk.toString()));
              request.on("end", () => {
                taken.push(said);
                answer.end("{}");
              });
            }),
        );
        await eventually("it came", () => taken.length > 0, 60_000);
        assert.equal((JSON.parse(taken[0] ?? "") as { to: string }).to, "+4740000201");
      });

      async function officeNumber(): Promise<string> {
        const { body } = await new Client(url).send("GET", "/api/v1/demo/persons");
        const { items } = body as { items: { key: string; organisationNumber?: string }[] };
        return items.find(({ key }) => key === "amir")?.organisationNumber ?? "";
      }
    });
  }
});
