import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createPool, findRunning } from "@terskel/platform/db";
import { keysFrom } from "@terskel/platform/keys";
import type { ServerAlone } from "./server-alone.ts";

/** Address of a running product's embedded database for its owner. */
function ownerUrl(data: string): string {
  const url = findRunning(data);
  if (!url) throw new Error(`No database runs in ${data}.`);
  return url;
}

/** For looking behind row-level security in an assertion. */
export const ownerPool = (data: string) => createPool(ownerUrl(data), { max: 2 });

/** As the program itself connects. */
export function serverPool({ data, ownerUrl }: Pick<ServerAlone, "data" | "ownerUrl">) {
  const secret = Buffer.from(readFileSync(join(data, "secret"), "utf8"), "base64");
  const url = new URL(ownerUrl);
  url.username = `${url.pathname.slice(1)}_server`;
  url.password = keysFrom(secret).derive("database-login").toString("base64url");
  return createPool(url.href, { max: 2 });
}

/** How many rows every table has, apart from sessions, what records the attempts themselves, and the
 * ledger of what retention does meanwhile; and how many changes the audit trail knows of. */
export async function countRows({ owner }: Pick<ServerAlone, "owner">): Promise<string> {
  const { rows } = await owner.query(
    `select format('%I.%I', schemaname, tablename) as name,
            (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I',
              schemaname, tablename), false, true, '')))[1]::text as n
       from pg_tables where schemaname in ('kernel', 'identity', 'access', 'support')
        and tablename not in ('sessions', 'sign_in_attempts', 'pending_sign_ins', 'retention_ledger', 'runs', 'notice_versions', 'audit_entries', 'audit_contents')
      union all select 'done', count(*)::text from kernel.audit_contents where outcome = 'done' and by_role <> 'job'
        order by 1`,
  );
  return JSON.stringify(rows);
}
