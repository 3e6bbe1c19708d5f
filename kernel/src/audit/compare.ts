import type { Tx } from "../requests/tx.ts";
import type { Checkpoint, Lines } from "./checkpoints.ts";
import type { Wrong } from "./prove.ts";
import type { Walked } from "./walk.ts";

export type Restored = { readonly at: string; readonly from: number; readonly to: number };
export type Compared = {
  readonly points: number;
  readonly restores: readonly Restored[];
  readonly broken?: { readonly number: number; readonly wrong: Wrong; readonly line?: number };
};
type Placed = { readonly line: number; readonly point: Checkpoint };

const batch = 1_000;

/**
 * Compares a chain that is right in itself with the checkpoints outside the database. What a restore took back is
 * told of and is no fault, where the chain holds the restore's own entry and the checkpoints hold its line: neither
 * can be claimed without the other.
 */
export async function compare(tx: Tx, lines: Lines, { head, restores }: Walked): Promise<Compared> {
  const told: Placed[] = [];
  let points = 0;
  for await (const { line, point } of lines()) {
    if (!point) return { points, restores: [], broken: { number: 0, wrong: "checkpoint", line } };
    points += 1;
    if (point.kind === "restored") told.push({ line, point });
  }
  const entries = new Map(restores.map(({ id, number }) => [id, number]));
  // A restore that was begun and did not take the database's place has no entry there, and excuses nothing.
  const proved = told.filter(({ point }) => (entries.get(point.entry ?? "") ?? 0) > point.number);
  const said = {
    points,
    restores: proved.map(({ point: { at, number, before = 0 } }) => ({
      at,
      from: number + 1,
      to: before,
    })),
  };
  if (head.number > 0 && points === 0)
    return { ...said, broken: { number: head.number, wrong: "no-checkpoints" } };
  const unknown = restores.find(({ id }) => !told.some(({ point }) => point.entry === id));
  if (unknown) return { ...said, broken: { number: unknown.number, wrong: "restore-unknown" } };

  /** A restore that did not take the database's place says nothing about it. */
  const isExcused = ({ line, point }: Placed) =>
    (point.kind === "restored" && !proved.some((each) => each.line === line)) ||
    takenBack(proved, line, point.number);
  let first: Compared["broken"];
  const look = async (placed: readonly Placed[]) => {
    const links = await linksOf(
      tx,
      placed.map(({ point }) => point.number),
    );
    for (const each of placed) {
      const { number, link } = each.point;
      if (number === 0 || links.get(number) === link || isExcused(each)) continue;
      const broken =
        number > head.number
          ? ({ number: head.number + 1, wrong: "cut" } as const)
          : ({ number, wrong: "rewritten" } as const);
      if (!first || broken.number < first.number) first = broken;
    }
  };
  const some: Placed[] = [];
  for await (const { line, point } of lines()) {
    if (point) some.push({ line, point });
    if (some.length === batch) await look(some.splice(0));
  }
  await look(some);
  return first ? { ...said, broken: first } : said;
}

/** Did a later restore bring the chain back to before this number? */
const takenBack = (proved: readonly Placed[], line: number, number: number) =>
  proved.some((each) => each.line > line && each.point.number < number);

async function linksOf(tx: Tx, numbers: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (numbers.length === 0) return new Map();
  const rows = await tx
    .selectFrom("kernel.audit_entries")
    .select(["number", "link"])
    .where("number", "in", [...numbers])
    .execute();
  return new Map(
    rows.flatMap(({ number, link }) => (number && link ? [[number, link] as const] : [])),
  );
}
