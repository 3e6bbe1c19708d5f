import assert from "node:assert/strict";
import { performance } from "node:perf_hooks";
import { after, before, test } from "node:test";
import { confirmImport, previewImport } from "../api/import.ts";
import { startTestServer } from "../test-server.ts";
import type { TestServer } from "../test-server.ts";
import { csv } from "./test-files.ts";

let server: TestServer;
before(async () => (server = await startTestServer()));
after(async () => await server.stop());

test("10,000 rows are previewed and written, and the second time nothing is", async (t) => {
  const admin = await server.addOrganisation();
  const { organisation } = admin;
  const [site] = await server.rows<{ id: string }>(
    "insert into kernel.sites (organisation_id, name) values ($1, 'Bygget') returning id",
    [organisation],
  );
  await server.rows(
    `insert into access.doors (organisation_id, site_id, name)
     select $1, $2, 'Dør ' || n from generate_series(0, 99) as n`,
    [organisation, site?.id],
  );
  const rows = Array.from({ length: 10_000 }, (_, n) => [
    `Bjørn Ærlig ${n}`,
    `person${n}@example.no`,
    `9${String(n).padStart(7, "0")}`,
    `H${Math.floor(n / 2)}`,
    `Oppgang ${n % 40}|Styret`,
    `Dør ${n % 100}`,
    "bruker",
    "01.02.2027",
    "31.12.2027",
  ]);
  const heading = [
    "Navn",
    "E-post",
    "Telefon",
    "Leilighet",
    "Gruppe",
    "Dør",
    "Rolle",
    "Fra",
    "Til",
  ];
  const body = { site: site?.id ?? "", content: csv([heading, ...rows]).toString("base64") };
  const call = { params: { organisation }, as: admin };
  const timed = async <T>(what: string, run: Promise<T>): Promise<T> => {
    const start = performance.now();
    const done = await run;
    t.diagnostic(`${what}: ${Math.round(performance.now() - start)} ms`);
    return done;
  };
  const first = await timed("preview", server.ok(previewImport, { ...call, body }));
  assert.equal(first.errorCount, 0);
  const done = await timed(
    "confirm",
    server.ok(confirmImport, { ...call, body: { ...body, plan: first.plan } }),
  );
  const counts = [
    done.people,
    done.units,
    done.residents,
    done.groups,
    done.groupMembers,
    done.grants,
  ];
  assert.deepEqual(
    counts.map(({ added }) => added),
    [10_000, 5_000, 10_000, 41, 20_000, 10_000],
  );
  const again = await timed("preview again", server.ok(previewImport, { ...call, body }));
  const unchanged = [
    again.people,
    again.units,
    again.residents,
    again.groups,
    again.groupMembers,
    again.grants,
  ];
  assert.deepEqual(
    unchanged,
    counts.map(({ added }) => ({ added: 0, changed: 0, unchanged: added })),
  );
});
