import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { mayGive } from "./administration.ts";
import type { GrantRole, Standing } from "./administration.ts";

const roles: readonly GrantRole[] = ["user", "door_administrator", "owner"];
/** What a grant of the role makes of its holder; a user administers nothing. */
const standingBy: Readonly<Record<GrantRole, Standing | undefined>> = {
  user: undefined,
  door_administrator: "door_administrator",
  owner: "owner",
};
const role = fc.constantFrom(...roles);

test("who administers by a grant gives no role above their own", () => {
  fc.assert(
    fc.property(role, role, (own, given) => {
      const standing = standingBy[own];
      if (standing && mayGive(standing, given)) {
        assert.ok(roles.indexOf(given) <= roles.indexOf(own));
      }
    }),
  );
});

test("no chain of appointments makes an appointer of whom a door administrator let in", () => {
  fc.assert(
    fc.property(fc.array(role, { maxLength: 8 }), (chain) => {
      let standing: Standing | undefined = "door_administrator";
      for (const given of chain) {
        if (!standing || !mayGive(standing, given)) return;
        standing = standingBy[given];
      }
      assert.ok(standing !== "owner");
      assert.ok(chain.length === 0 || standing === undefined);
    }),
  );
});

test("owners and the organisation's administrators give every role, door administrators one", () => {
  const given = (standing: Standing) => roles.filter((role) => mayGive(standing, role));
  assert.deepEqual(given("organisation"), roles);
  assert.deepEqual(given("owner"), roles);
  assert.deepEqual(given("door_administrator"), ["user"]);
});
