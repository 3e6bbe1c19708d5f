import { sql } from "kysely";
import type { Transaction } from "kysely";
import { Problem } from "@terskel/platform/problems";
import { graphOf } from "../retention/graph.ts";
import { unkept } from "../retention/remove.ts";
import type { RightsPorts, Scope } from "../scope.ts";
import { accountsAmong, onlyAt } from "./fates.ts";

type Tx = Transaction<unknown>;
type Found = { readonly person: string; readonly member: string };

/** So many accounts a transaction: each is looked for in every table afterwards. */
const batch = 100;

export type EraseAccounts = (scope: Scope) => Promise<unknown>;

/**
 * Erases the accounts that belong to this organisation and to no other, as if their owners had asked for it,
 * with their memberships. Whoever a hold keeps stays.
 */
export async function eraseAccounts(
  ports: RightsPorts,
  organisation: string,
  erase: EraseAccounts,
): Promise<void> {
  for (let after: string | undefined; ;) {
    const found = await nextAccounts(ports, organisation, after);
    const last = found.at(-1);
    if (!last) return;
    await eraseThese(found, erase);
    after = last.person;
  }
}

async function eraseThese(found: readonly Found[], erase: EraseAccounts): Promise<void> {
  try {
    // Their ids only: an address may mean somebody at another organisation too.
    await erase({
      subjects: {
        member: found.map(({ member }) => member),
        account: found.map(({ person }) => person),
        address: [],
      },
      values: [],
    });
  } catch (error) {
    if (!isHeld(error)) throw error;
    if (found.length === 1) return;
    // A hold that reaches one of them by a single table keeps that one, not the others.
    for (const each of found) await eraseThese([each], erase);
  }
}

/** What a hold refuses, as a rule or a trigger says it. */
export const isHeld = (error: unknown) =>
  error instanceof Problem && ["erasure-under-hold", "under-legal-hold"].includes(error.code);

async function nextAccounts(
  { withContext, processings, catalogue }: RightsPorts,
  organisation: string,
  after: string | undefined,
): Promise<Found[]> {
  const graph = graphOf(processings, await catalogue());
  const accounts = accountsAmong(graph.tables);
  if (!accounts) return [];
  return await withContext({ activity: "kernel.retention" }, async (tx: Tx) => {
    const { rows } = await sql<Found>`
      select r.id as person, m.id as member
        from ${sql.table(accounts.table)} r
        join kernel.memberships m on m.person_id = r.id
       where ${onlyAt(organisation)}${await unkept(tx, graph, accounts)}
         and r.id > ${after ?? "00000000-0000-0000-0000-000000000000"}::uuid
       order by r.id limit ${batch}`.execute(tx);
    return rows;
  });
}
