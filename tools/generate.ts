import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { sqlFolders } from "@terskel/server";
import { createPool, readCatalogue } from "@terskel/platform/db";
import { tablesFile } from "./generate-tables.ts";
import { withMigratedDatabase } from "./migrated-database.ts";
import { schemaDump } from "./schema-dump.ts";

/** Renews what is generated from the database: each module's row types and docs/schema.sql. */
await withMigratedDatabase("generate", async (url) => {
  const pool = createPool(url, { max: 1 });
  for (const { module, folder } of sqlFolders) {
    if (module === "platform") continue;
    const file = new URL("../src/tables.ts", folder);
    writeFileSync(file, tablesFile(await readCatalogue(pool, [module])));
  }
  writeFileSync(new URL("../docs/schema.sql", import.meta.url), await schemaDump(pool));
  await pool.end();
});
execFileSync("oxfmt", ["."], { stdio: "inherit", cwd: new URL("..", import.meta.url) });
