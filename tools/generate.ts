import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { sqlFolders } from "@terskel/server";
import { readCatalogue } from "@terskel/platform/db";
import { tablesFile } from "./generate-tables.ts";
import { schemaDump } from "./schema-dump.ts";
import { withMigratedDatabase } from "./migrated-database.ts";

/** Renews what is generated from the database: each module's row types and docs/schema.sql. */
await withMigratedDatabase(async (pool) => {
  for (const { module, folder } of sqlFolders) {
    if (module === "platform") continue;
    const file = new URL("../src/tables.ts", folder);
    writeFileSync(file, tablesFile(await readCatalogue(pool, [module])));
  }
  writeFileSync(new URL("../docs/schema.sql", import.meta.url), await schemaDump(pool));
});
execFileSync("oxfmt", ["."], { stdio: "inherit", cwd: new URL("..", import.meta.url) });
