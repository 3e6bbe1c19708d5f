import type { Tx } from "./tx.ts";

/** The operator's name, as its own organisation's context shows it. */
export async function operatorName(tx: Tx): Promise<string> {
  const { name } = await tx
    .selectFrom("kernel.organisations")
    .select("name")
    .where("kind", "=", "operator")
    .executeTakeFirstOrThrow();
  return name;
}
