import assert from "node:assert/strict";
import { test } from "node:test";
import { simulatorPorts } from "./enrolments.ts";

/** Does a browser go there at all? `fetch` has the same list ("bad ports" of the Fetch standard). */
const isBad = async (port: number) =>
  await fetch(`http://localhost:${port}`).then(
    () => false,
    (error: unknown) => error instanceof Error && String(error.cause).includes("bad port"),
  );

test("with the usual PORT each page is on a port that browsers go to", async () => {
  assert.equal(await isBad(10_080), true);
  for (const port of [8080, ...simulatorPorts({ PORT: 8080 })])
    assert.equal(await isBad(port), false, `port ${port}`);
});
