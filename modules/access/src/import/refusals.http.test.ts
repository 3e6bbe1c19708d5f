import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { confirmImport, previewImport } from "../api/import.ts";
import { startTestServer } from "../test-server.ts";
import type { TestServer } from "../test-server.ts";
import { cooperative, flats } from "./test-cooperative.ts";

let server: TestServer;
before(async () => (server = await startTestServer()));
after(async () => await server.stop());

test("only the organisation's administrators import, and only to its own sites", async () => {
  const mine = await cooperative(server);
  const other = await cooperative(server);
  const member = await server.addMember(mine.organisation);
  for (const contract of [previewImport, confirmImport]) {
    const plan = contract === confirmImport ? { plan: "x" } : {};
    const body = { ...mine.body(flats), ...plan };
    const { params } = mine;
    assert.equal(await server.refused(contract, { params, body }), "401 not-signed-in");
    assert.equal(await server.refused(contract, { params, body, as: member }), "403 not-allowed");
    assert.equal(
      await server.refused(contract, { params, body, as: other.admin }),
      "404 not-found",
    );
    const foreign = { ...other.body(flats), ...plan };
    assert.equal(
      await server.refused(contract, { params, body: foreign, as: mine.admin }),
      "404 not-found",
    );
  }
});

test("what is no request is refused before anything is read", async () => {
  const { params, admin, body } = await cooperative(server);
  const bodies = {
    "400 malformed-request": [
      {},
      { ...body(flats), more: 1 },
      { ...body(flats), content: "not base64!" },
      { ...body(flats), site: "1" },
    ],
    "422 import-empty": [{ ...body([]) }, { ...body(flats), content: "" }],
    "413 import-too-large": [
      { ...body(flats), content: Buffer.alloc(10_000_001, 97).toString("base64") },
    ],
    "413 too-large": [{ ...body(flats), content: "A".repeat(15_000_000) }],
  };
  for (const [problem, all] of Object.entries(bodies)) {
    for (const each of all) {
      assert.equal(await server.refused(previewImport, { params, body: each, as: admin }), problem);
    }
  }
});
