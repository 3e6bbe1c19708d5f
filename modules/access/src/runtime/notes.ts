import { sql } from "kysely";
import type { Tx } from "../tx.ts";

/** Something changed that a live listener may want to read. Ids only: anyone on the database can hear it. */
export type Note = {
  readonly kind: "passage" | "lock" | "alarm";
  readonly organisation: string;
  /** Of the passage, or of the door. */
  readonly id: string;
  /** Of a passage: it happened then, or later. */
  readonly from?: Date;
};

export const CHANNEL = "access_live";

/** Tells the listeners of every replica, if and when the transaction commits. */
export async function note(
  tx: Tx,
  kind: Note["kind"],
  organisation: string,
  ids: readonly string[],
  from?: Date,
): Promise<void> {
  if (ids.length === 0) return;
  const payloads = ids.map((id) => `${kind} ${organisation} ${id} ${from?.getTime() ?? ""}`);
  await sql`select pg_notify(${CHANNEL}, said) from unnest(${payloads}::text[]) as said`.execute(
    tx,
  );
}

/** Undefined for what `note` did not write. */
export function readNote(payload: string | undefined): Note | undefined {
  const [kind, organisation, id, from] = (payload ?? "").split(" ");
  if ((kind !== "passage" && kind !== "lock" && kind !== "alarm") || !organisation || !id)
    return undefined;
  return { kind, organisation, id, ...(from ? { from: new Date(Number(from)) } : {}) };
}
