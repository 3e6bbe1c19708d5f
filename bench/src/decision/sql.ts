import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeEmbedded, startEmbedded } from "@terskel/platform/db";
import { Client } from "pg";
import type { Contender } from "../measure.ts";
import type { Population } from "./population.ts";
import type { Questions } from "./questions.ts";
import { quarterOf } from "./week.ts";

export type SqlContender = { readonly contender: Contender; stop(): Promise<void> };

const TABLES = `
  CREATE UNLOGGED TABLE membership (person int, subject int);
  CREATE UNLOGGED TABLE door_grant (
    door int, subject int, schedule int, valid_from timestamptz, valid_until timestamptz
  );
  CREATE UNLOGGED TABLE schedule (id int PRIMARY KEY, week bytea);
`;

// Covering indexes, as one would make for this one query.
const INDEXES = `
  CREATE UNIQUE INDEX ON membership (person, subject);
  CREATE INDEX ON door_grant (door, subject) INCLUDE (schedule, valid_from, valid_until);
  VACUUM (ANALYZE) membership, door_grant, schedule;
`;

// get_bit counts from the low bit of each byte (PostgreSQL, 9.5 Binary String Functions), as a week does.
const QUERY = `
  SELECT EXISTS (
    SELECT FROM membership m JOIN door_grant g USING (subject) JOIN schedule s ON s.id = g.schedule
    WHERE m.person = $1 AND g.door = $2
      AND (g.valid_from IS NULL OR g.valid_from <= $3::timestamptz)
      AND (g.valid_until IS NULL OR g.valid_until > $3::timestamptz)
      AND get_bit(s.week, $4) = 1
  ) AS allowed`;

/** One prepared query over a Unix socket to the PostgreSQL that the product embeds, one question after the other. */
export async function sql(population: Population, questions: Questions): Promise<SqlContender> {
  const folder = mkdtempSync(join(tmpdir(), "terskel-bench-"));
  const database = await startEmbedded(folder);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(TABLES);
  await fill(client, population);
  for (const statement of INDEXES.split(";").slice(0, -1)) await client.query(statement);

  const { person, door, atMs } = questions;
  const allowed = async (index: number): Promise<boolean> => {
    const at = atMs[index]!;
    const values = [person[index]!, door[index]!, new Date(at).toISOString(), quarterOf(at)];
    const { rows } = await client.query({ name: "may-open", text: QUERY, values });
    return rows[0]?.allowed === true;
  };
  return {
    contender: {
      name: "prepared SQL query",
      waits: true,
      questions: questions.count,
      answer: allowed,
      async run(from, to) {
        let sum = 0;
        for (let index = from; index < to; index += 1) if (await allowed(index)) sum += 1;
        return sum;
      },
    },
    async stop() {
      await client.end();
      await database.stop();
      removeEmbedded(folder);
      rmSync(folder, { recursive: true });
    },
  };
}

async function fill(client: Client, { persons, doors, weeks }: Population): Promise<void> {
  const memberships = persons.flatMap(({ subjects }, person) =>
    subjects.map((subject) => [person, subject] as const),
  );
  await client.query("INSERT INTO membership SELECT * FROM unnest($1::int[], $2::int[])", [
    memberships.map(([person]) => person),
    memberships.map(([, subject]) => subject),
  ]);
  const grants = doors.flatMap((door, index) => door.grants.map((grant) => ({ index, ...grant })));
  await client.query(
    `INSERT INTO door_grant
     SELECT * FROM unnest($1::int[], $2::int[], $3::int[], $4::timestamptz[], $5::timestamptz[])`,
    [
      grants.map((grant) => grant.index),
      grants.map((grant) => grant.subject),
      grants.map((grant) => grant.schedule),
      grants.map((grant) => grant.from ?? null),
      grants.map((grant) => grant.until ?? null),
    ],
  );
  for (const [index, week] of weeks.entries()) {
    await client.query("INSERT INTO schedule VALUES ($1, $2)", [index, Buffer.from(week.buffer)]);
  }
}
