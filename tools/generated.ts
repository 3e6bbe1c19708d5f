import { defaultRecords, sqlFolders } from "@terskel/server";
import { readCatalogue } from "@terskel/platform/db";
import type { Pool } from "pg";
import { tablesFile } from "./generate-tables.ts";
import { schemaDump } from "./schema-dump.ts";

/**
 * What is generated from a migrated database and from the declarations, not yet formatted: each module's
 * row types, docs/schema.sql, and for each kind of organisation its record of processing in docs/record.
 */
export async function generated(pool: Pool): Promise<{ file: URL; text: string }[]> {
  const files: { file: URL; text: string }[] = [];
  for (const { module, folder } of sqlFolders.filter((each) => each.module !== "platform")) {
    const text = tablesFile(await readCatalogue(pool, [module]));
    files.push({ file: new URL("../src/tables.ts", folder), text });
  }
  const schema = new URL("../docs/schema.sql", import.meta.url);
  for (const { kind, text } of defaultRecords()) {
    files.push({ file: new URL(`../docs/record/${kind}.txt`, import.meta.url), text });
  }
  return [...files, { file: schema, text: await schemaDump(pool) }];
}
