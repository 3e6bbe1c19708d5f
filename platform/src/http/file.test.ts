import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { problem } from "../problems.ts";
import { startTestHttp } from "./test-routes.ts";

describe("a file over a route", () => {
  let http: Awaited<ReturnType<typeof startTestHttp>>;
  let address: string;
  before(async () => {
    http = await startTestHttp();
    await http.app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = http.app.server.address() as AddressInfo;
    address = `http://127.0.0.1:${port}/api/v1/file`;
  });
  after(async () => await http.app.close());

  const ask = async (init: RequestInit = {}) =>
    await fetch(address, { headers: { "x-as": "kari" }, ...init });
  const piece = Buffer.alloc(64 * 1024, "x");

  test("comes in pieces, to be kept under its name, and in nobody's cache", async () => {
    http.behaviour.file = async function* () {
      yield Buffer.from("one ");
      await wait(5);
      yield Buffer.from("two");
    };
    const answer = await ask();
    assert.equal(answer.headers.get("content-type"), "application/zip");
    assert.equal(answer.headers.get("content-disposition"), 'attachment; filename="copy.zip"');
    assert.equal(answer.headers.get("cache-control"), "no-store");
    assert.equal(answer.headers.get("content-length"), null);
    assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
    assert.equal(await answer.text(), "one two");
  });

  test("who may not have it, and what is refused before its first piece, gets a problem", async () => {
    assert.equal((await fetch(address)).status, 401);
    // oxlint-disable-next-line require-yield -- refused before there is anything
    http.behaviour.file = async function* () {
      await Promise.resolve();
      throw problem("not-found");
    };
    const answer = await ask();
    assert.equal(answer.status, 404);
    assert.match(String(answer.headers.get("content-type")), /problem\+json/);
    assert.equal(answer.headers.get("content-disposition"), null);
  });

  test("is broken off by an error, which stands in the log, so that a part is not taken for the whole", async () => {
    http.lines.length = 0;
    http.behaviour.file = async function* () {
      yield piece;
      await wait(20);
      throw new Error("relation kernel.secrets");
    };
    const answer = await ask();
    await assert.rejects(answer.text());
    assert.match(http.lines.join(""), /kernel\.secrets.*trial\.file/);
  });

  test("ends being made when its reader goes, and is made no faster than it is read", async () => {
    let made = 0;
    const { promise: over, resolve: ended } = Promise.withResolvers<boolean>();
    http.behaviour.file = async function* () {
      try {
        for (;;) {
          made += 1;
          yield piece;
          await wait(0);
        }
      } finally {
        ended(true);
      }
    };
    const stop = new AbortController();
    const answer = await ask({ signal: stop.signal });
    assert.equal(answer.status, 200);
    let before = -1;
    for (let tries = 0; tries < 100 && before !== made; tries += 1) {
      before = made;
      await wait(50);
    }
    assert.equal(before, made, "it goes on while nobody reads");
    stop.abort();
    assert.ok(await Promise.race([over, wait(5_000, false)]));
  });

  test("is not made for a HEAD request", async () => {
    http.behaviour.file = () => assert.fail("made");
    assert.equal((await ask({ method: "HEAD" })).status, 405);
  });
});
