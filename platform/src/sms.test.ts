import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, test } from "node:test";
import { httpSmsGateway } from "./sms.ts";

const open: { close(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

async function gateway(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const told: { headers: IncomingMessage["headers"]; path: string; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      told.push({ headers: request.headers, path: request.url ?? "", body });
      answer(request, response);
    });
  });
  open.push({
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return { told, host: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const sms = { to: "+4791234567", text: "Koden er 123456. Æ" };

test("an SMS is posted as JSON, with the credentials of the address in a header and not in the path", async () => {
  const { told, host } = await gateway((_, response) => response.writeHead(202).end());
  await httpSmsGateway(`http://us%40er:p%C3%A5ss@${host}/send?account=7`)(sms);
  const [request] = told;
  assert.deepEqual(JSON.parse(request?.body ?? ""), sms);
  assert.equal(request?.headers["content-type"], "application/json");
  assert.equal(request?.path, "/send?account=7");
  const [, credentials = ""] = request?.headers.authorization?.split(" ") ?? [];
  assert.equal(Buffer.from(credentials, "base64").toString(), "us@er:påss");
});

test("without credentials none are sent", async () => {
  const { told, host } = await gateway((_, response) => response.writeHead(200).end("{}"));
  await httpSmsGateway(`http://${host}/`)(sms);
  assert.equal(told[0]?.headers.authorization, undefined);
});

test("an answer that is not 2xx is an error that names no one", async () => {
  for (const status of [400, 401, 500]) {
    const { host } = await gateway((_, response) => response.writeHead(status).end(sms.to));
    await assert.rejects(httpSmsGateway(`http://u:secret@${host}/`)(sms), (error: Error) => {
      assert.equal(error.message, `The SMS gateway answered ${status}.`);
      return true;
    });
  }
});

test("a redirect is not followed: it could lead the message and the credentials elsewhere", async () => {
  const other = await gateway((_, response) => response.writeHead(200).end());
  const first = await gateway((_, response) =>
    response.writeHead(307, { location: `http://${other.host}/` }).end(),
  );
  await assert.rejects(httpSmsGateway(`http://u:p@${first.host}/`)(sms));
  assert.deepEqual(other.told, []);
});

test("a gateway that does not answer, or never ends its headers, is given up in time", async () => {
  const { host } = await gateway(() => undefined);
  const before = Date.now();
  await assert.rejects(httpSmsGateway(`http://${host}/`, 200)(sms), { name: "TimeoutError" });
  assert.ok(Date.now() - before < 3000);
});
