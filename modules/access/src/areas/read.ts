import { sql } from "kysely";
import type { Tx } from "../tx.ts";

/** An area as a controller is told of it. */
export type AreaRow = {
  readonly id: string;
  readonly passback: "soft" | "hard";
  readonly forgive_hours: number;
  readonly resets: readonly { readonly id: string; readonly member_id: string | null }[];
};

/** These areas, each with the resets that somebody who is inside may still be waiting for. */
export async function readAreas(tx: Tx, ids: readonly string[], now: Date): Promise<AreaRow[]> {
  const any = sql<string>`any(${ids}::uuid[])`;
  const areas = await tx
    .selectFrom("access.areas")
    .select(["id", "forgive_hours"])
    .select((eb) => eb.ref("passback").$castTo<AreaRow["passback"]>().as("passback"))
    .where("id", "=", any)
    .orderBy("id")
    .execute();
  const resets = await tx
    .selectFrom("access.area_resets")
    .select(["id", "area_id", "member_id"])
    .where("area_id", "=", any)
    .where("expires_at", ">", now)
    .orderBy("id")
    .execute();
  const byArea = Map.groupBy(resets, ({ area_id }) => area_id);
  return areas.map((area) => ({
    ...area,
    resets: (byArea.get(area.id) ?? []).map(({ id, member_id }) => ({ id, member_id })),
  }));
}
