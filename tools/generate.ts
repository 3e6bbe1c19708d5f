import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createPool } from "@terskel/platform/db";
import { generated } from "./generated.ts";
import { withMigratedDatabase } from "./migrated-database.ts";

/** Renews what is generated from the database: each module's row types and docs/schema.sql. */
await withMigratedDatabase("generate", async (url) => {
  const pool = createPool(url, { max: 1 });
  for (const { file, text } of await generated(pool)) writeFileSync(file, text);
  await pool.end();
});
execFileSync("oxfmt", ["."], { stdio: "inherit", cwd: new URL("..", import.meta.url) });
