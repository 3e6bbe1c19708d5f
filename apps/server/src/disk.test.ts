import assert from "node:assert/strict";
import { test } from "node:test";
import { diskJob } from "./disk.ts";

async function warnings(wanted: { bytes: number; share: number }) {
  const said: unknown[] = [];
  await diskJob(
    import.meta.dirname,
    { warn: (...line: unknown[]) => said.push(line) } as never,
    wanted,
  ).run({});
  return said;
}

test("the log warns while less of the disk is free than it should, in bytes or as a share", async () => {
  assert.equal((await warnings({ bytes: Number.MAX_SAFE_INTEGER, share: 0 })).length, 1);
  assert.equal((await warnings({ bytes: 0, share: 1.1 })).length, 1);
  assert.deepEqual(await warnings({ bytes: 0, share: 0 }), []);
});
