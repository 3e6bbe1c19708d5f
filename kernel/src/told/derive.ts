import type { Pool } from "pg";
import type { Processing, TableDeclaration } from "../declare.ts";
import { organisationColumn } from "../retention/held.ts";
import { isRestricted } from "../retention/restricted.ts";
import { quote } from "../subject-path.ts";
import { untoldColumns } from "./columns.ts";
import type { ToldPurposes, UntoldColumn } from "./columns.ts";
import { isOverAsTold, keptAsTold } from "./kept.ts";
import type { Keeps, KeptAsTold } from "./kept.ts";

type Db = Pick<Pool, "query">;
type Named = { readonly table: string; readonly name: string; readonly rule: string };
/** Policies and triggers that are there only as long as some notice in force tells of less than is declared. */
export type AsTold = { readonly policies: Named[]; readonly triggers: Named[] };

/** How a column is when nobody writes it. */
type Live = { table: string; column: string; default: string | null; required: boolean };

/** @param opens what sees a row that is past its time, as an SQL condition */
export async function deriveAsTold(
  db: Db,
  processings: readonly Processing[],
  opens: string,
): Promise<AsTold> {
  const kept = keptAsTold(processings, await readKeeps(db));
  const { rows } = await db.query<ToldPurposes>(
    `select distinct v.facts -> 'organisation' ->> 'kind' as kind, v.facts -> 'purposes' as purposes
       from kernel.notices_in_force() v`,
  );
  const untold = untoldColumns(processings, rows);
  const live = untold.length === 0 ? [] : await readColumns(db, untold);
  return {
    policies: [...Map.groupBy(kept, ({ table }) => table)].flatMap(([table, its]) =>
      expiryAsTold(table, its, opens),
    ),
    triggers: [...kept.flatMap(refuseRows), ...untold.flatMap((each) => writeAsTold(each, live))],
  };
}

/** @returns each set of rules that some organisation's notice in force tells */
async function readKeeps(db: Db): Promise<Keeps[]> {
  const { rows } = await db.query<{ keeps: Keeps }>(
    "select distinct keeps from kernel.notices_in_force()",
  );
  return rows.map(({ keeps }) => keeps);
}

async function readColumns(db: Db, untold: readonly UntoldColumn[]): Promise<Live[]> {
  const { rows } = await db.query<Live>(
    `select format('%s.%s', c.relnamespace::regnamespace, c.relname) as "table", a.attname as "column",
            pg_get_expr(d.adbin, d.adrelid) as "default", a.attnotnull as required
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where format('%s.%s', c.relnamespace::regnamespace, c.relname) = any ($1) and a.attgenerated = ''`,
    [untold.map(({ table }) => table)],
  );
  return rows;
}

/** What is over by the rule that was told is invisible at once, as what is over by the declared one (policies.ts). */
function expiryAsTold(table: TableDeclaration, kept: readonly KeptAsTold[], opens: string) {
  const over = kept.flatMap((each) => isOverAsTold(each) ?? []);
  if (over.length === 0) return [];
  const restricted = isRestricted(table);
  const own = restricted
    ? ` or ((select kernel.activity() = 'kernel.answer-rights') and ${restricted})`
    : "";
  const rule = `as restrictive for select to terskel_app using (${opens} or (${over.join(" or ")}) is not true${own})`;
  return [{ table: table.table, name: "kernel_told", rule }];
}

const argument = (rule: object) => `'${JSON.stringify(rule).replaceAll("'", "''")}'`;

function refuseRows({ table, told, rules }: KeptAsTold, at: number): Named[] {
  if (rules.length > 0) return [];
  const rule = argument({
    table: table.table,
    told: JSON.parse(told) as unknown,
    organisation: organisationColumn(table),
  });
  return [
    {
      table: table.table,
      name: `kernel_told_${at}`,
      rule: `before insert on ${quote(table.table)} for each row execute function kernel.refuse_untold(${rule})`,
    },
  ];
}

function writeAsTold(untold: UntoldColumn, live: readonly Live[]): Named[] {
  const { table, column } = untold;
  const found = live.find((each) => each.table === table && each.column === column);
  // What the database works out of other columns follows them.
  if (!found) return [];
  const rule = argument({ ...untold, default: found.default, required: found.required });
  const name = `kernel_told_${column}`;
  const on = quote(table);
  return [
    {
      table,
      name,
      rule: `before insert or update of ${quote(column)} on ${on} for each row
        when (new.${quote(column)} is not null) execute function kernel.write_as_told(${rule})`,
    },
  ];
}
