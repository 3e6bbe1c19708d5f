import { readCatalogue } from "@terskel/platform/db";
import { createTestDatabase } from "@terskel/platform/testing";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import { applyPolicies } from "../apply-policies.ts";
import { declareTable } from "../declare.ts";
import type { Processing } from "../declare.ts";
import { kernelProcessing } from "../processing.ts";
import { createWithContext } from "../tenancy.ts";
import type { Context } from "../tenancy.ts";
import { testSql, trialProcessing } from "../test-schema.ts";
import { createRetention } from "./retention.ts";
import { countWithheld } from "./withheld.ts";

type Invoices = { id: string; organisation_id: string; issued_at: Date };

/** The trial module, and what law keeps. */
const processing: Processing = {
  ...trialProcessing,
  tables: [
    ...trialProcessing.tables,
    declareTable<Invoices>()({
      table: "trial.invoices",
      noPersonalData: "A number and a date.",
      columns: { id: ["technical"], organisation_id: ["technical"], issued_at: ["technical"] },
      keep: { kind: "law", law: "bookkeeping-primary", after: "issued_at" },
      erase: { kind: "nothing" },
    }),
  ],
};
const invoicesSql = `
  create table trial.invoices (
    id uuid primary key default uuidv7(), organisation_id uuid not null, issued_at timestamptz not null);
  create index on trial.invoices (issued_at);
  alter table trial.invoices enable row level security, force row level security;
  create policy tenant on trial.invoices using (organisation_id = kernel.organisation());
  grant select, insert, update, delete on trial.invoices to terskel_app;`;

export const norwegian = "0190b6a0-0000-7000-8000-00000000000a";
export const swedish = "0190b6a0-0000-7000-8000-00000000000b";
export const kari = "0190b6a0-0000-7000-8000-000000000001";
export const ola = "0190b6a0-0000-7000-8000-000000000002";

/** A database with two organisations, Kari in the Norwegian and Ola in the Swedish one, and the job that runs in it. */
export async function startWorld() {
  const database = await createTestDatabase();
  const processings = [kernelProcessing, processing];
  const activities = new Set(processings.flatMap((p) => p.activities.map(({ id }) => id)));
  const withContext = createWithContext(database.app, activities);
  const query = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await database.owner.query<Row>(text, values)).rows;
  const catalogue = async () => await readCatalogue(database.app, ["kernel", "trial"]);
  const start = () => createRetention({ withContext, processings, catalogue });
  let retention = start();

  return {
    database,
    withContext,
    query,
    /** Everything as it was at the start. */
    async reset() {
      await query(`drop schema if exists trial cascade; ${testSql}; ${invoicesSql};
        delete from kernel.holds; delete from kernel.withholdings; delete from kernel.retention_ledger; delete from kernel.organisations;
        insert into kernel.organisations (id, name, number, country, kind) values
          ('${norwegian}', 'Borettslaget', '974760673', 'NO', 'housing'),
          ('${swedish}', 'Bostadsrättsföreningen', '5560125790', 'SE', 'housing');
        insert into kernel.memberships (id, organisation_id, name, email, source) values
          ('${kari}', '${norwegian}', 'Kari', 'kari@nabo.example', 'import'),
          ('${ola}', '${swedish}', 'Ola', 'ola@granne.example', 'import');`);
      await applyPolicies(database.owner, processings);
      retention = start();
    },
    run: async () => await retention.job.run(undefined),
    late: async () => await retention.late(),
    /** What a restriction keeps past its time, counted. */
    async withheld(organisation?: string) {
      const tables = processings.flatMap((p) => p.tables);
      const found = await countWithheld(withContext, tables, organisation);
      return found.map(({ table, rows }) => `${table.table} ${rows}`);
    },
    /** What a column has, whoever's it is. */
    async left(table: string, column: string) {
      const rows = await query<{ value: string }>(
        `select ${column}::text as value from ${table} order by 1`,
      );
      return rows.map(({ value }) => value);
    },
    /** What a reader in the organisation sees of it. */
    async seen(table: string, column: string, organisation = norwegian) {
      return await withContext(
        { activity: "trial.try", organisation },
        async (tx: Transaction<unknown>) => {
          const { rows } = await sql<{ value: string }>`
            select ${sql.ref(column)}::text as value from ${sql.table(table)} order by 1`.execute(
            tx,
          );
          return rows.map(({ value }) => value);
        },
      );
    },
    /** Somebody of an organisation runs a statement. */
    async act(statement: string, context: Partial<Context> = {}) {
      await withContext(
        { activity: "trial.try", organisation: norwegian, ...context },
        async (tx: Transaction<unknown>) => await sql.raw(statement).execute(tx),
      );
    },
    async hold(change: { organisation?: string; member?: string; table?: string; for?: string }) {
      await query(
        `insert into kernel.holds (organisation_id, member_id, table_name, reason, until)
         values ($1, $2, $3, 'A claim', now() + $4::interval)`,
        [
          change.organisation ?? norwegian,
          change.member ?? null,
          change.table ?? null,
          change.for ?? "1 hour",
        ],
      );
    },
    async restrict(column: "member_id" | "person_id" | "address", key: string, activity?: string) {
      await query(
        `insert into kernel.withholdings (organisation_id, ${column}, activity) values ($1, $2, $3)`,
        [column === "person_id" ? null : norwegian, key, activity ?? null],
      );
    },
    ledger: async () =>
      await query<{ what: string }>(
        `select format('%s %s %s %s %s', organisation_id, table_name, rule, cause, rows) as what
           from kernel.retention_ledger order by 1`,
      ).then((rows) => rows.map(({ what }) => what)),
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;
