import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "./fold.ts";

const entry = (by: string, action: string, about?: string) => ({
  by,
  action,
  about,
  outcome: "done",
});

test("what a job did to many in a row is one line, with how often; what people did is never folded", () => {
  const tell = entry("job", "kernel.tell-notice-change");
  const look = entry("administrator", "identity.person", "Kari");
  assert.deepEqual(
    fold([tell, tell, tell, look, look, tell]).map(({ action, times }) => [action, times]),
    [
      [tell.action, 3],
      [look.action, 1],
      [look.action, 1],
      [tell.action, 1],
    ],
  );
});
