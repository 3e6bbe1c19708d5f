import { sql } from "kysely";
import type { Tx } from "../tx.ts";
import { problem } from "./problems.ts";

export type Span = {
  readonly unit: string;
  readonly from: Date;
  /** null: until somebody ends it. */
  readonly until: Date | null;
};

const exclusionViolation = "23P01";

/** @throws Problem `lease-overlaps`, with the lease that is met and its times */
export async function refuseOverlap(
  tx: Tx,
  lease: string,
  { unit, from, until }: Span,
): Promise<void> {
  const met = await tx
    .selectFrom("access.leases")
    .select(["id", "starts_at", "ends_at"])
    .where("unit_id", "=", unit)
    .where("id", "<>", lease)
    .where(
      sql<boolean>`tstzrange(starts_at, ends_at) && tstzrange(${from}::timestamptz, ${until}::timestamptz)`,
    )
    .orderBy("starts_at")
    .limit(1)
    .executeTakeFirst();
  if (!met) return;
  throw problem("lease-overlaps", {
    extra: {
      lease: met.id,
      from: met.starts_at.toISOString(),
      ...(met.ends_at ? { until: met.ends_at.toISOString() } : {}),
    },
  });
}

/** Waits for a write, and says so when another lease was written meanwhile that it meets. */
export async function lettingOnce<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if ((error as { code?: string }).code === exclusionViolation)
      throw problem("lease-overlaps", { cause: error });
    throw error;
  }
}
