import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { createLog } from "../log.ts";
import { onlyDeclaredCookies } from "./declared-cookies.ts";

const ours = ["mine=1; Path=/; HttpOnly", "__Host-mine=1; Path=/; Secure"];
const foreign = ["_ga=GA1.2.3; Path=/", "mine2=1", "=1", "mine"];

/** The cookies that arrive where a handler sets its answer's as it likes, and what the log says. */
async function cookiesOf(answer: RequestListener) {
  const lines: string[] = [];
  const log = createLog("info", { write: (line: string) => void lines.push(line) });
  const server = createServer(
    { ServerResponse: onlyDeclaredCookies(new Set(["mine"]), log) },
    answer,
  ).listen(0);
  await once(server, "listening");
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const answers = [await fetch(url), await fetch(url)];
  server.close();
  for (const each of answers) assert.equal(await each.text(), "done");
  return { cookies: answers[1]?.headers.getSetCookie(), lines };
}

const all = [...foreign, ...ours];
for (const [way, answer] of Object.entries<RequestListener>({
  "set before": (_, response) => {
    response.setHeader("Set-Cookie", all);
    response.end("done");
  },
  "appended one by one": (_, response) => {
    for (const each of all) response.appendHeader("set-cookie", each);
    response.end("done");
  },
  "given with the head": (_, response) => {
    response.writeHead(200, { "SET-COOKIE": all, "x-other": "kept" }).end("done");
  },
  "given with a reason and the head": (_, response) => {
    response.writeHead(200, "Fine", { "set-cookie": all }).end("done");
  },
  "given as a list of names and values": (_, response) => {
    response
      .writeHead(
        200,
        all.flatMap((each) => ["Set-Cookie", each]),
      )
      .end("done");
  },
  "sent early": (_, response) => {
    response.setHeader("set-cookie", all);
    response.flushHeaders();
    response.end("done");
  },
})) {
  test(`a cookie that nobody declares does not leave the server: ${way}`, async () => {
    const { cookies, lines } = await cookiesOf(answer);
    assert.deepEqual(cookies, ours);
    // Each once, however often it comes.
    assert.equal(lines.filter((line) => line.includes('"cookie":"_ga"')).length, 1);
    assert.ok(lines.every((line) => !line.includes("GA1.2.3")));
  });
}

test("one undeclared cookie alone leaves none", async () => {
  const { cookies } = await cookiesOf((_, response) => {
    response.setHeader("set-cookie", "_ga=1");
    response.end("done");
  });
  assert.deepEqual(cookies, []);
});
