import assert from "node:assert/strict";
import { request } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { after, afterEach, before, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import Fastify from "fastify";
import { z } from "zod";
import { problem } from "../problems.ts";
import { sendEvents } from "./sse.ts";
import type { StreamWatch } from "./sse.ts";
import { startTestHttp } from "./test-routes.ts";

const event = z.object({ event: z.literal("tick"), n: z.number() });
const tick = (n: number) => ({ event: "tick" as const, n });

/** Waits for ever, and does not listen to any signal. */
const silence = () => new Promise<never>(() => undefined);

function open(port: number, path: string, headers: Record<string, string> = {}) {
  return new Promise<{
    answer: IncomingMessage;
    text: () => string;
    ended: Promise<void>;
    hangUp: () => void;
  }>((resolve, reject) => {
    const asked = request({ port, path, headers, host: "127.0.0.1" }, (answer) => {
      let text = "";
      answer.on("data", (chunk: Buffer) => (text += chunk.toString()));
      const ended = new Promise<void>((done) => {
        answer.on("close", () => done());
      });
      answer.on("error", () => undefined);
      resolve({ answer, text: () => text, ended, hangUp: () => asked.destroy() });
    });
    asked.on("error", reject);
    asked.end();
  });
}

async function until(what: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (what()) return;
    await wait(10);
  }
  assert.fail("It did not come about within 5 seconds.");
}

describe("a stream over a route", () => {
  let http: Awaited<ReturnType<typeof startTestHttp>>;
  let port: number;
  before(async () => {
    http = await startTestHttp();
    await http.app.listen({ host: "127.0.0.1", port: 0 });
    port = (http.app.server.address() as AddressInfo).port;
  });
  after(async () => await http.app.close());
  const as = (who: string) => ({ "x-as": who });

  test("sends each event by its name, fields that the contract does not name left out", async () => {
    http.behaviour.stream = async function* () {
      yield { ...tick(1), secret: "x" };
      yield tick(2);
      await Promise.resolve();
    };
    const stream = await open(port, "/api/v1/stream", as("kari"));
    await stream.ended;
    assert.match(String(stream.answer.headers["content-type"]), /^text\/event-stream/);
    assert.match(String(stream.answer.headers["content-security-policy"]), /default-src 'self'/);
    assert.equal(
      stream.text(),
      ': connected\n\nevent: tick\ndata: {"event":"tick","n":1}\n\nevent: tick\ndata: {"event":"tick","n":2}\n\n',
    );
  });

  test("who may not have it gets a problem, as from any route", async () => {
    const { answer } = await open(port, "/api/v1/stream");
    assert.equal(answer.statusCode, 401);
  });

  test("what the handler refuses before it promises the stream is a problem too", async () => {
    http.behaviour.stream = () => {
      throw problem("not-found");
    };
    const { answer } = await open(port, "/api/v1/stream", as("kari"));
    assert.equal(answer.statusCode, 404);
  });

  test("when the caller hangs up, the handler is told", async () => {
    let told = false;
    http.behaviour.stream = async function* (signal) {
      signal.addEventListener("abort", () => (told = true));
      yield tick(1);
      await silence();
    };
    const stream = await open(port, "/api/v1/stream", as("kari"));
    await until(() => stream.text().includes('"n":1'));
    stream.hangUp();
    await until(() => told);
  });

  test("an error ends the stream and stands in the log; its text is not sent", async () => {
    http.lines.length = 0;
    http.behaviour.stream = async function* () {
      yield tick(1);
      await Promise.resolve();
      throw new Error("relation kernel.secrets");
    };
    const stream = await open(port, "/api/v1/stream", as("kari"));
    await stream.ended;
    assert.doesNotMatch(stream.text(), /secrets/);
    assert.match(http.lines.join(""), /kernel\.secrets.*trial\.stream/);
  });

  test("closing the server ends it", async () => {
    const other = await startTestHttp();
    await other.app.listen({ host: "127.0.0.1", port: 0 });
    other.behaviour.stream = async function* () {
      yield tick(1);
      await silence();
    };
    const { port } = other.app.server.address() as AddressInfo;
    const stream = await open(port, "/api/v1/stream", as("kari"));
    await other.app.close();
    await stream.ended;
  });
});

describe("the line itself", () => {
  const closers: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });

  async function serve(events: () => AsyncIterable<unknown>, watch: Partial<StreamWatch> = {}) {
    const app = Fastify({ forceCloseConnections: true });
    const stop = new AbortController();
    const failed: unknown[] = [];
    app.get("/", (_, reply) => {
      reply.raw.on("close", () => stop.abort());
      return sendEvents(reply, event, events(), stop, {
        stillAllowed: () => Promise.resolve(true),
        failed: (error) => failed.push(error),
        heartbeatMs: 30,
        ...watch,
      });
    });
    await app.listen({ host: "127.0.0.1", port: 0 });
    closers.push(() => app.close());
    return { port: (app.server.address() as AddressInfo).port, stop, failed };
  }

  const quiet = async function* () {
    yield tick(1);
    await silence();
  };

  test("is kept open by heartbeats", async () => {
    const { port } = await serve(quiet);
    const stream = await open(port, "/");
    await until(() => stream.text().split(": still here").length > 3);
    stream.hangUp();
  });

  test("ends when the session has ended, though the handler goes on waiting", async () => {
    let allowed = true;
    const { port, stop } = await serve(quiet, { stillAllowed: () => Promise.resolve(allowed) });
    const stream = await open(port, "/");
    await until(() => stream.text().includes("still here"));
    allowed = false;
    await stream.ended;
    assert.ok(stop.signal.aborted);
  });

  test("ends when nobody can say whether the session is still there", async () => {
    const { port } = await serve(quiet, { stillAllowed: () => Promise.reject(new Error("gone")) });
    await (
      await open(port, "/")
    ).ended;
  });

  test("an event that does not fit the contract ends it and is reported, not sent", async () => {
    const { port, failed } = await serve(async function* () {
      yield { event: "tick", n: "kari" };
      await silence();
    });
    const stream = await open(port, "/");
    await stream.ended;
    assert.doesNotMatch(stream.text(), /kari/);
    assert.equal(failed.length, 1);
  });

  test("a client that does not read is let go before it fills the memory", async () => {
    let sent = 0;
    const { port, stop } = await serve(async function* () {
      for (;;) {
        sent += 1;
        yield { ...tick(sent), n: sent };
        if (sent % 1000 === 0) await wait(1);
      }
    });
    const stream = await open(port, "/");
    stream.answer.pause();
    await until(() => stop.signal.aborted);
    assert.ok(sent > 1000);
    stream.hangUp();
  });
});
