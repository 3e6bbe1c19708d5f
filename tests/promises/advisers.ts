import { serverPool } from "../support/behind.ts";
import type { House } from "./people.ts";

export const day = (ahead: number) =>
  new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
export const email = "rita.revisor@firma.example";
export const administer = "identity.administer-people";

/** An auditor who may look for 30 days, or otherwise. */
export const adviserWith = (more: {
  readonly persons?: string[];
  readonly purposes?: string[];
  readonly firstDay?: string;
  readonly lastDay?: string;
}) => ({
  name: "Rita Revisor",
  firm: "Firma AS",
  email,
  kind: "auditor" as const,
  need: "The yearly audit of who comes and goes.",
  purposes: [administer],
  firstDay: day(-1),
  lastDay: day(30),
  ...more,
});

type As = {
  readonly activity?: string;
  readonly purpose?: string;
  readonly member: readonly string[];
  readonly account?: readonly string[];
};

/** What is about nobody, and what everyone may read; an adviser's own assignments. */
const nobodys =
  /^(kernel\.(organisations|sites|advisers|suppliers|supplier_\w+|storage_region|notice_\w+|runs)|access\.(doors|areas|airlocks|door_alarms|groups|door_groups|door_group_doors|units|leases|controllers|schedules))$/;

/** What the program would see with an adviser's context, by SQL of one's own: past the rules, before the policies. */
export async function behindAdviser(
  house: House,
  { adviser, member }: { readonly adviser: string; readonly member: string },
) {
  const { rows } = await house.owner.query<{
    person: string;
    asked: string;
    other: string;
    tables: string[];
  }>(
    `select a.person_id as person, a.organisation_id as asked,
            (select array_agg(format('%I.%I', schemaname, tablename)) from pg_tables
              where schemaname in ('kernel', 'access')) as tables,
            (select id from kernel.memberships m
              where m.organisation_id = a.organisation_id and m.id <> $2 limit 1) as other
       from kernel.advisers a where a.id = $1`,
    [adviser, member],
  );
  const { person = "", asked = "", other = "", tables = [] } = rows[0] ?? {};
  const pool = serverPool(house);
  const inContext = async <T>(
    { activity = "kernel.advise", purpose = "", account = [], ...as }: As,
    run: (
      query: (text: string) => Promise<{ rows: unknown[]; rowCount: number | null }>,
    ) => Promise<T>,
  ) => {
    const client = await pool.connect();
    try {
      await client.query("begin");
      const subjects = JSON.stringify({ member: as.member, account, address: [] });
      const settings = { activity, person, asked, adviser, purpose, subjects };
      for (const [name, value] of Object.entries(settings))
        await client.query("select set_config($1, $2, true)", [`terskel.${name}`, value]);
      return await run(async (text) => await client.query(text));
    } finally {
      await client.query("rollback");
      client.release();
    }
  };
  return {
    person,
    other,
    seen: async (as: As) => {
      return await inContext(as, async (query) => {
        const all: string[] = [];
        const personal: string[] = [];
        for (const table of tables) {
          if ((await query(`select from ${table} limit 1`)).rowCount) all.push(table);
          // The name of whom the assignment covers is in the list of them.
          const others = table === "kernel.memberships" ? ` where id <> '${member}'` : "";
          const isSeen = (await query(`select from ${table}${others} limit 1`)).rowCount;
          if (isSeen && !nobodys.test(table)) personal.push(table);
        }
        const { rowCount: deleted } = await query("delete from kernel.memberships");
        const changed = await query("update kernel.advisers set everyone = true").then(
          () => "changed",
          (error: Error) => error.message,
        );
        return { all, personal, deleted, changed };
      });
    },
  };
}
