import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { startTestHttp } from "./test-routes.ts";

type Http = Awaited<ReturnType<typeof startTestHttp>>;
let http: Http;
before(async () => {
  http = await startTestHttp();
  await http.app.listen({ host: "127.0.0.1", port: 0 });
});
after(async () => await http.app.close());

/** All that is answered to these bytes, until the connection is closed. */
async function raw(...parts: string[]): Promise<string> {
  const { port } = http.app.server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  for (const part of parts) socket.write(part);
  let said = "";
  socket.setEncoding("utf8").on("data", (chunk: string) => (said += chunk));
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject).once("close", () => resolve());
  });
  return said;
}

function read(answer: string) {
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  const [line = "", ...rest] = head.split("\r\n");
  const headers = Object.fromEntries(
    rest.map((each) => {
      const [, name = "", value = ""] = /^([^:]+): (.*)$/.exec(each) ?? [];
      return [name.toLowerCase(), value] as const;
    }),
  );
  return { line, headers, body: JSON.parse(body) as Record<string, unknown> };
}

const end = "Host: x\r\nConnection: close\r\n\r\n";

describe("what the HTTP parser refuses is a problem like any other, with the headers of any answer", () => {
  const refused: readonly [string, string, string, string][] = [
    [
      "an unknown method",
      `BREW /api/v1/me HTTP/1.1\r\n${end}`,
      "400 Bad Request",
      "malformed-request",
    ],
    ["a request line that is none", "NONSENSE\r\n\r\n", "400 Bad Request", "malformed-request"],
    [
      "TLS to a port that has none",
      "\x16\x03\x01\x02\x00\x01",
      "400 Bad Request",
      "malformed-request",
    ],
    [
      "a header that is none",
      `GET / HTTP/1.1\r\nno colon\r\n${end}`,
      "400 Bad Request",
      "malformed-request",
    ],
    [
      "two ways to tell the length",
      `POST / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n${end}`,
      "400 Bad Request",
      "malformed-request",
    ],
    [
      "no Host",
      "GET /api/v1/operator HTTP/1.1\r\nConnection: close\r\n\r\n",
      "400 Bad Request",
      "malformed-request",
    ],
    [
      "headers without end",
      `GET /api/v1/me?cursor=${"a".repeat(17_000)} HTTP/1.1\r\n${end}`,
      "431 Request Header Fields Too Large",
      "headers-too-large",
    ],
  ];
  for (const [what, bytes, status, code] of refused) {
    test(what, async () => {
      const usual = await http.app.inject({ url: "/api/v1/nowhere" });
      const { line, headers, body } = read(await raw(bytes));
      assert.equal(line, `HTTP/1.1 ${status}`);
      assert.equal(body.code, code);
      assert.equal(body.status, Number(status.slice(0, 3)));
      assert.equal(headers["content-length"], String(Buffer.byteLength(JSON.stringify(body))));
      for (const [name, value] of Object.entries(usual.headers)) {
        if (["content-length", "date", "connection"].includes(name)) continue;
        assert.equal(headers[name], String(value), name);
      }
      assert.match(headers["content-type"] ?? "", /^application\/problem\+json/);
    });
  }

  test("a method that Node knows and no route has", async () => {
    for (const method of ["PROPFIND", "TRACE", "PURGE"]) {
      const { line, headers, body } = read(
        await raw(`${method} /api/v1/operator HTTP/1.1\r\n${end}`),
      );
      assert.equal(line, "HTTP/1.1 405 Method Not Allowed");
      assert.equal(body.code, "method-not-allowed");
      assert.ok(headers["content-security-policy"]);
    }
  });

  test("an expectation that nobody knows is no reason not to answer", async () => {
    const answer = read(await raw(`GET /api/v1/nowhere HTTP/1.1\r\nExpect: tea\r\n${end}`));
    assert.equal(answer.body.code, "not-found");
  });

  test("a request that does not come to its end in time", async () => {
    // Node says so after half a minute; here it is said at once.
    http.app.server.once("connection", (socket) => {
      const error = Object.assign(new Error("late"), { code: "ERR_HTTP_REQUEST_TIMEOUT" });
      http.app.server.emit("clientError", error, socket);
    });
    const { line, body } = read(await raw("GET / HTTP/1.1\r\nHost: x\r\n"));
    assert.equal(line, "HTTP/1.1 408 Request Timeout");
    assert.equal(body.code, "request-timeout");
  });
});

test("an answer under way is cut off, not mixed with a problem", async () => {
  http.behaviour.stream = async function* (signal) {
    yield { event: "tick", n: 1 };
    await once(signal, "abort");
  };
  const request = "GET /api/v1/stream HTTP/1.1\r\nHost: x\r\nX-As: kari\r\n\r\n";
  const { port } = http.app.server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1").setEncoding("utf8");
  socket.write(request);
  let said = "";
  for await (const chunk of socket) {
    said += String(chunk);
    if (said.includes("tick") && socket.writable) socket.write("NONSENSE\r\n\r\n");
  }
  assert.deepEqual(said.match(/HTTP\/1\.1 .*/g), ["HTTP/1.1 200 OK"]);
});
