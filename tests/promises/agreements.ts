import type { House } from "./people.ts";

/** An organisation's agreement, whose time a test moves: the product waits for no clock but the real one. */
export function agreementOf(house: Pick<House, "owner">, organisation: string) {
  const query = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await house.owner.query<Row>(text, values)).rows;
  /** In line with the clock's own run, as the product does it: beside that one it would look while half is gone. */
  const run = async (job: string) =>
    await query("select graphile_worker.add_job($1, '{}'::json, queue_name => $1, job_key => $1)", [
      job,
    ]);
  return {
    /** As if so much time had passed since the end was set. */
    async pass(interval: string) {
      await query(
        `update kernel.organisations set agreement_ends_at = agreement_ends_at - $2::interval,
           data_goes_at = least(data_goes_at - $2::interval, (
             (agreement_ends_at - $2::interval) at time zone 'Europe/Oslo' + make_interval(months => agreed_months)
           ) at time zone 'Europe/Oslo') where id = $1`,
        [organisation, interval],
      );
      await query(
        `update kernel.ended_agreements set ended_at = ended_at - $2::interval,
           data_goes_at = data_goes_at - $2::interval where organisation_id = $1`,
        [organisation, interval],
      );
    },
    /** What the clock does every minute, and what it does every hour. */
    tick: async () => await run("kernel.end-agreements"),
    async tickHourly() {
      await run("kernel.retention");
      await run("kernel.clear-ended-agreements");
    },
    /** How many acts the audit trail tells of it: everything that is done adds to them. */
    async acts(): Promise<number> {
      const [row] = await query<{ n: number }>(
        "select count(*)::integer as n from kernel.audit_contents where organisation_id = $1",
        [organisation],
      );
      return row?.n ?? 0;
    },
    /** How many rows each table has of it, save the records that are of nobody. */
    async rows(): Promise<Record<string, number>> {
      const tables = await query<{ name: string }>(
        `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
          where column_name = 'organisation_id' and table_schema in ('kernel', 'identity', 'access', 'support')
            and table_name not in ('retention_ledger', 'request_trail', 'ended_agreements', 'audit_contents') order by 1`,
      );
      const found: Record<string, number> = {};
      for (const { name } of tables) {
        const [row] = await query<{ n: number }>(
          `select count(*)::int as n from ${name} where organisation_id = $1`,
          [organisation],
        );
        if (row?.n) found[name] = row.n;
      }
      return found;
    },
    /** What every other organisation has, and which accounts there are. */
    async others(): Promise<string> {
      const rows = await query(
        `select (select json_agg(m.id order by m.id) from kernel.memberships m where organisation_id <> $1) as members,
                (select json_agg(g.id order by g.id) from access.grants g where organisation_id <> $1) as grants,
                (select json_agg(d.id order by d.id) from access.doors d where organisation_id <> $1) as doors,
                (select json_agg(p.id order by p.id) from identity.persons p join kernel.memberships m
                    on m.person_id = p.id and m.organisation_id <> $1) as accounts`,
        [organisation],
      );
      return JSON.stringify(rows);
    },
    query,
  };
}

/** A day so many days from now, as one writes it in a form. */
export const dayIn = (days: number): string =>
  Temporal.Now.plainDateISO("Europe/Oslo").add({ days }).toString();
