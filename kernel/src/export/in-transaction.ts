import { PassThrough } from "node:stream";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { RightsPorts, Scope } from "../scope.ts";
import type { Organisation } from "./facts.ts";

type Tx = Transaction<unknown>;

/** So much waits for a slow reader before the database does, in bytes. */
const ahead = 4 * 1024 * 1024;

/**
 * What `write` writes in a transaction that sees the rows of the scope's person and no others. It ends when
 * all has been read, or when its reader goes.
 */
export async function* inTransaction(
  ports: RightsPorts,
  scope: Scope,
  write: (tx: Tx, out: PassThrough) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const out = new PassThrough({ highWaterMark: ahead });
  const address = [...new Set([...scope.subjects.address, ...scope.values])];
  const written = ports.withContext(
    {
      activity: "kernel.answer-rights",
      asked: scope.organisation,
      subjects: { ...scope.subjects, address },
    },
    async (tx: Tx) => {
      await write(tx, out);
    },
  );
  written.catch((error: unknown) => out.destroy(error as Error));
  try {
    yield* out;
  } finally {
    out.destroy();
    await written.catch(() => undefined);
  }
}

/** The person's keys, and the account that their memberships belong to. */
export async function ownKeys(tx: Tx, { subjects, values }: Scope): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from kernel.memberships
     where id = any (${subjects.member}::uuid[]) and person_id is not null`.execute(tx);
  const { member, account, address } = subjects;
  const accounts = rows.map(({ person_id }) => person_id);
  return new Set([...member, ...account, ...address, ...values, ...accounts]);
}

/** The organisation that is asked, else those that the person is a member of. */
export async function organisationsOf(
  tx: Tx,
  { organisation, subjects, withoutEmployers = false }: Scope,
): Promise<Organisation[]> {
  const { rows } = await sql<Organisation>`
    select o.name, o.number, o.country, o.kind from kernel.organisations o
     where ${
       organisation === undefined
         ? sql`o.id in (select m.organisation_id from kernel.memberships m where m.id = any (${subjects.member}::uuid[]))`
         : sql`o.id = ${organisation}`
     } and (o.kind <> 'employer' or not ${withoutEmployers}) order by o.name`.execute(tx);
  return rows;
}
