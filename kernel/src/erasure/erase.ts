import type { Transaction } from "kysely";
import type { RightsPorts, Scope } from "../scope.ts";
import { continueFor } from "../tenancy.ts";
import type { Context } from "../tenancy.ts";
import type { ErasureSubject } from "../tombstones/subject.ts";
import type { Tombstones } from "../tombstones/tombstones.ts";
import { carryOut } from "./carry-out.ts";
import type { Run } from "./carry-out.ts";
import { countErasure } from "./count.ts";
import { heldRows } from "./holds.ts";
import { erasureOrder } from "./order.ts";
import type { Planned } from "./planned.ts";
import { problem } from "./problems.ts";
import { erasureOf } from "./rules.ts";
import { findLeft } from "./verify.ts";

type Tx = Transaction<unknown>;
type Also = (tx: Tx, done: readonly Planned[]) => Promise<void>;

const addressesOf = ({ subjects, values }: Scope) => [...new Set([...subjects.address, ...values])];

const contextOf = (scope: Scope): Context => ({
  activity: "kernel.erase",
  asked: scope.organisation,
  subjects: { ...scope.subjects, address: addressesOf(scope) },
});

/** Who goes, for the tombstones. An address stands with the organisation that alone was asked. */
const goneOf = (scope: Scope): ErasureSubject[] => [
  ...scope.subjects.member.map((id) => ({ kind: "member" as const, id })),
  ...scope.subjects.account.map((id) => ({ kind: "account" as const, id })),
  ...addressesOf(scope).map((id) => ({
    kind: "address" as const,
    id,
    organisation: scope.organisation,
  })),
];

/** What `erase` would do now, by table: shown before anything is done. What a hold keeps comes first. */
export async function planErasure(ports: RightsPorts, scope: Scope): Promise<Planned[]> {
  const erasures = await erasuresOf(ports);
  return await ports.withContext(contextOf(scope), async (tx: Tx) => {
    const planned = await findHeld(tx, erasures, ports);
    await continueFor(tx, "kernel.erase");
    for (const erasure of erasures) planned.push(...(await countErasure(tx, erasure)));
    return planned;
  });
}

/**
 * Erases a person in one transaction: by the declarations' rules, verified by looking for what was to go
 * in every column before it is committed. That somebody goes is written into the tombstones first.
 * @param also what is true only if this is: committed with it, or not at all
 * @returns what was done
 * @throws Problem `erasure-under-hold`, `erasure-incomplete`; Error when the database or the tombstones
 * fail. Then nothing was done.
 */
export async function erase(
  ports: RightsPorts & { readonly tombstones: Pick<Tombstones, "around"> },
  scope: Scope,
  run: Run = { cause: "erasure" },
  also?: Also,
): Promise<Planned[]> {
  return await ports.tombstones.around(
    goneOf(scope),
    async () => await eraseNow(ports, scope, run, also),
  );
}

/** The erasure itself, of whom stands in the tombstones already. */
export async function eraseNow(
  ports: RightsPorts,
  scope: Scope,
  run: Run,
  also?: Also,
): Promise<Planned[]> {
  const erasures = await erasuresOf(ports);
  const catalogue = await ports.catalogue();
  const tables = ports.processings.flatMap((p) => p.tables);
  return await ports.withContext(contextOf(scope), async (tx: Tx) => {
    const [held] = await findHeld(tx, erasures, ports);
    if (held) {
      const until = held.until?.toISOString();
      throw problem("erasure-under-hold", {
        reason: `${held.table} is under the hold ${held.hold} until ${until}`,
      });
    }
    await continueFor(tx, "kernel.erase");
    const done: Planned[] = [];
    for (const erasure of erasures) done.push(...(await carryOut(tx, erasure, run)));
    await continueFor(tx, "kernel.verify-erasure");
    const left = await findLeft(tx, tables, catalogue, scope);
    if (left.length > 0) {
      throw problem("erasure-incomplete", {
        reason: `After the erasure something of the person was left in ${left.join(", ")}.`,
      });
    }
    await also?.(tx, done);
    return done;
  });
}

/** Holds are the organisation's own: who only erases does not see them. */
async function findHeld(
  tx: Tx,
  erasures: Parameters<typeof heldRows>[1],
  { processings }: RightsPorts,
) {
  await continueFor(tx, "kernel.verify-erasure");
  return await heldRows(
    tx,
    erasures,
    processings.flatMap((p) => p.tables),
  );
}

async function erasuresOf({ processings, catalogue }: RightsPorts) {
  const order = erasureOrder(
    processings.flatMap((p) => p.tables),
    await catalogue(),
  );
  return order.flatMap((table) => erasureOf(table) ?? []);
}
