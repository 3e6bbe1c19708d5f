import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { acting } from "@terskel/platform/acting";
import type { Act } from "@terskel/platform/acting";
import { createTestDatabase } from "@terskel/platform/testing";
import type { Tx } from "../requests/tx.ts";
import { applyPolicies } from "../apply-policies.ts";
import { furnish, house, kari, ola, portsOf, processings } from "../erasure/test-house.ts";
import { createWithContext } from "../tenancy.ts";
import { createCheckpoints } from "./checkpoints.ts";
import { createEnter } from "./enter.ts";
import { seal } from "./seal.ts";
import { verifyAudit } from "./verify.ts";

/** Ola, of the board, changes something about Kari. */
export const act: Act = {
  action: "trial.change",
  by: "administrator",
  person: undefined,
  member: ola,
  organisation: house,
  aboutMember: kari,
  about: { door: "0190b6a0-0000-7000-8000-0000000000d0" },
};

/** A trail of its own, with a clock that can be set. */
export async function startTrail() {
  const database = await createTestDatabase();
  await furnish(database);
  await applyPolicies(database.owner, processings);
  const folder = mkdtempSync(join(tmpdir(), "terskel-test-"));
  const clock = { now: new Date() };
  const now = () => clock.now;
  const activities = new Set(processings.flatMap((p) => p.activities.map(({ id }) => id)));
  const enter = createEnter(processings, now);
  const withContext = createWithContext(database.app, activities, undefined, enter);
  const checkpoints = createCheckpoints({
    folder: join(folder, "audit"),
    key: Buffer.alloc(32, 5),
    log: { info: () => undefined },
  });
  const ports = { withContext, checkpoints, now };
  let changes = 0;
  return {
    ...ports,
    database,
    clock,
    rights: { ...portsOf(database, folder), withContext },
    /** Something is changed by somebody. */
    async change(of: Partial<Act> = {}) {
      await acting({ ...act, ...of }, async () => {
        await withContext({ activity: "kernel.run-privacy-desk", organisation: house }, rename);
      });
    },
    /** As in a new installation. */
    async empty() {
      await database.owner.query(
        "truncate kernel.audit_entries, kernel.audit_contents, kernel.audit_gone, kernel.audit_checks",
      );
      rmSync(checkpoints.file, { force: true });
      clock.now = new Date();
    },
    async contents() {
      const { rows } = await database.owner.query<Record<string, unknown>>(
        "select c.*, e.number from kernel.audit_contents c join kernel.audit_entries e using (id) order by e.id",
      );
      return rows;
    },
    async seal() {
      return await seal(ports);
    },
    async verify() {
      return await verifyAudit(database.owner, checkpoints, now);
    },
    /** As the tables' owner, who can do everything. */
    async tamper(change: string) {
      const client = await database.owner.connect();
      try {
        await client.query("begin; set local session_replication_role = replica");
        await client.query(change);
        await client.query("commit");
      } finally {
        await client.query("rollback");
        client.release();
      }
    },
    async stop() {
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
  async function rename(tx: Tx) {
    await tx
      .updateTable("kernel.memberships")
      .set({ name: `Ola ${(changes += 1)}` })
      .where("id", "=", ola)
      .execute();
  }
}

export { house, kari, ola };
