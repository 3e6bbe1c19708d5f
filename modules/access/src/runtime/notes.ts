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

/** So many ids that a notification is no longer than PostgreSQL lets one be: 8000 bytes. */
const MOST_IDS = 200;

/** Tells the listeners of every replica, if and when the transaction commits. */
export async function note(
  tx: Tx,
  kind: Note["kind"],
  organisation: string,
  ids: readonly string[],
  from?: Date,
): Promise<void> {
  if (ids.length === 0) return;
  const parts = Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, at) =>
    ids.slice(at * MOST_IDS, (at + 1) * MOST_IDS),
  );
  const payloads = parts.map(
    (some) => `${kind} ${organisation} ${some.join(",")} ${from?.getTime() ?? ""}`,
  );
  await sql`select pg_notify(${CHANNEL}, said) from unnest(${payloads}::text[]) as said`.execute(
    tx,
  );
}

/** Nothing for what `note` did not write. */
export function readNotes(payload: string | undefined): Note[] {
  const [kind, organisation, ids, from] = (payload ?? "").split(" ");
  if ((kind !== "passage" && kind !== "lock" && kind !== "alarm") || !organisation || !ids)
    return [];
  const since = from ? { from: new Date(Number(from)) } : {};
  return ids.split(",").map((id) => ({ kind, organisation, id, ...since }));
}
