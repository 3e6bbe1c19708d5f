import assert from "node:assert/strict";
import { test } from "node:test";
import { partsOf } from "./links.ts";

const origin = "http://localhost:8080";

test("links what leads into this portal", () => {
  const [before, link, after] = partsOf(
    "Open http://localhost:8080/invitation#token=abc to answer.",
    origin,
  );
  assert.equal(before?.href, undefined);
  assert.equal(link?.href, "http://localhost:8080/invitation#token=abc");
  assert.equal(after?.text, " to answer.");
});

test("leaves other addresses as text", () => {
  assert.ok(
    partsOf("https://evil.example/ javascript:alert(1)", origin).every((part) => !part.href),
  );
});
