import { sql } from "kysely";
import type { Transaction } from "kysely";
import { lockRows } from "../erasure/carry-out.ts";
import { graphOf } from "../retention/graph.ts";
import type { Graph } from "../retention/graph.ts";
import { addUp, recordGone } from "../retention/ledger.ts";
import { removeBatch } from "../retention/remove.ts";
import { writeRule } from "../retention/rule.ts";
import type { RightsPorts } from "../scope.ts";
import { eraseAccounts, isHeld } from "./accounts.ts";
import type { EraseAccounts } from "./accounts.ts";
import { fatesOf, going, ofOrganisation } from "./fates.ts";
import type { Fate } from "./fates.ts";

type Tx = Transaction<unknown>;
const context = { activity: "kernel.retention" };

export type Removal = {
  readonly organisation: string;
  readonly at: Date;
  readonly cause: "agreement-ended" | "restore";
  readonly erase: EraseAccounts;
};

/**
 * Takes away what an organisation has, save what a law or a hold keeps; in many transactions, each of which
 * may be the last: the next run goes on. When nothing is left, the organisation itself goes.
 * @throws what the database throws; what went until then is gone, and stands in the ledger
 */
export async function removeOrganisation(ports: RightsPorts, removal: Removal): Promise<void> {
  const catalogue = await ports.catalogue();
  const graph = graphOf(ports.processings, catalogue);
  const fates = fatesOf(graph.tables, catalogue);
  for (const fate of fates) {
    if (fate.table.table === "kernel.memberships") {
      await eraseAccounts(ports, removal.organisation, removal.erase);
    }
    await removeOf(ports, graph, fate, removal);
  }
  await removeItself(ports, fates, removal);
}

async function removeOf(
  { withContext }: RightsPorts,
  graph: Graph,
  fate: Fate,
  { organisation, at, cause }: Removal,
): Promise<void> {
  const { table, rule, kept } = fate;
  if (kept?.locks) {
    const mine = `organisation_id = '${organisation}'::uuid`;
    await withContext(context, async (tx: Tx) => {
      await lockRows(tx, table.table, { ...kept, where: `${mine} and ${kept.where}` }, cause);
    });
  }
  const selection = { table, rule, where: going(fate, organisation) };
  try {
    for (let more = true; more;) {
      more = await withContext(context, async (tx: Tx) => {
        const removed = await removeBatch(tx, graph, selection);
        await recordGone(tx, { at, cause }, addUp(removed.gone));
        return removed.more;
      });
    }
  } catch (error) {
    // What a trigger takes along with it is under a hold: it waits for that one's end.
    if (!isHeld(error)) throw error;
  }
}

/** The organisation's own row goes with the last that hangs on it. */
async function removeItself(
  { withContext }: RightsPorts,
  fates: readonly Fate[],
  { organisation, at, cause }: Removal,
): Promise<void> {
  await withContext(context, async (tx: Tx) => {
    await sql`delete from kernel.locked_rows r
      where ${ofOrganisation(organisation)} and until <= now()`.execute(tx);
  });
  const tables = [...fates.map(({ table }) => table.table), "kernel.locked_rows", "kernel.holds"];
  // A cascade would take unseen what a restriction hides from retention (Art. 18(2)): what verifies sees all.
  const isLeft = await withContext({ activity: "kernel.verify-erasure" }, async (tx: Tx) => {
    for (const table of tables) {
      const { rows } = await sql`
        select from ${sql.table(table)} r where ${ofOrganisation(organisation)} limit 1`.execute(
        tx,
      );
      if (rows.length > 0) return true;
    }
    return false;
  });
  if (isLeft) return;
  await withContext(context, async (tx: Tx) => {
    const { numAffectedRows = 0n } = await sql`
      delete from kernel.organisations where id = ${organisation}::uuid`.execute(tx);
    await recordGone(tx, { at, cause }, [
      {
        table: "kernel.organisations",
        rule: writeRule({ kind: "while", lives: "agreement" }),
        organisation,
        rows: Number(numAffectedRows),
      },
    ]);
  });
}
