import { problem as common } from "@terskel/platform/problems";
import type { Problem } from "@terskel/platform/problems";
import { sql } from "kysely";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";

/**
 * The lowest output of the controller that no door is wired to; the controller is locked, so that two
 * doors do not get the same one.
 * @throws Problem `not-found` for a controller that is not the organisation's
 */
export async function freeOutput(tx: Tx, controller: string): Promise<number> {
  const found = await tx
    .selectFrom("access.controllers")
    .select("id")
    .where("id", "=", controller)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!found) throw common("not-found", { reason: "no such controller" });
  const { rows } = await sql<{ output: number }>`
    select min(free) as output from generate_series(1, 999) free
     where free not in (select output from access.doors where controller_id = ${controller}::uuid)`.execute(
    tx,
  );
  // With none free, one that is taken, and refused as that.
  return rows[0]?.output ?? 1;
}

/** Which of a door's two unique things is taken. */
export function outputOrNameTaken(cause: unknown): Problem {
  const { constraint } = cause as { constraint?: string };
  return constraint === "doors_controller_id_output_key"
    ? problem("output-taken", { cause })
    : problem("name-taken", { cause });
}
