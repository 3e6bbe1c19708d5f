import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Problem } from "../problems.ts";
import { createCaller } from "./call.ts";
import { contracts, house, sessions, startTestHttp } from "./test-routes.ts";

let http: Awaited<ReturnType<typeof startTestHttp>>;
before(async () => {
  http = await startTestHttp();
});
after(async () => await http.app.close());

const refused = async (code: string, call: Promise<unknown>) =>
  await assert.rejects(call, (error) => error instanceof Problem && error.code === code);

test("a call within the process passes the same admission, parsing and rules as over HTTP", async () => {
  const call = createCaller(http.routes);
  const params = { organisation: house };
  assert.deepEqual(await call(contracts.echo, undefined, { body: { name: "Kari" } }), {
    name: "Kari",
    loud: "no",
  });
  await refused("not-signed-in", call(contracts.member, undefined, { params }));
  await refused("not-found", call(contracts.member, sessions.stranger, { params }));
  const body = { name: "x" };
  await refused("not-allowed", call(contracts.administrator, sessions.kari, { params, body }));
  assert.equal(await call(contracts.administrator, sessions.admin, { params, body }), undefined);
  await refused("malformed-request", call(contracts.echo, undefined, { body: { name: "K" } }));
});

test("a route that is not there cannot be called", async () => {
  await refused("not-found", createCaller([])(contracts.fail, undefined, {}));
});
