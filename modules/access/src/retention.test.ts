import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createKernel, kernelProcessing } from "@terskel/kernel";
import { accessProcessing } from "./index.ts";
import { addHouse } from "./test-house.ts";
import { startTestServer } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(async () => await server.stop());

/** What the server runs every minute. */
async function runRetention() {
  const { jobs } = createKernel(server.database.app, [kernelProcessing, accessProcessing]);
  for (const job of jobs) await job.run({});
}

test("what is past its time goes, and the rest stays", async () => {
  const { admin, organisation, door } = await addHouse(server);
  const values = [organisation, door, admin.id];
  await server.rows(
    `insert into access.invitations (organisation_id, door_id, invited_by, email, language, role, expires_at)
     select $1, $2, $3, name || '@example.com', 'nb', 'user', now() + time
       from (values ('gone', interval '-1 second'), ('stays', interval '1 day')) v (name, time)`,
    values,
  );
  await server.rows(
    `insert into access.grants (organisation_id, door_id, member_id, role, valid_until)
     select $1, $2, $3, role, now() + time
       from (values ('user', interval '-1 second'), ('owner', interval '1 day'),
                    ('door_administrator', null)) v (role, time)`,
    values,
  );
  await runRetention();
  const left = await server.rows<{ what: string }>(
    `select email as what from access.invitations union all select role from access.grants order by 1`,
  );
  assert.deepEqual(
    left.map((row) => row.what),
    ["door_administrator", "owner", "stays@example.com"],
  );
});
