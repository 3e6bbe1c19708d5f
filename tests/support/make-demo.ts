import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPool } from "@terskel/platform/db";
import { templateName } from "@terskel/platform/testing";
import { demoTemplate } from "./demo-copy.ts";
import { runServer } from "./server-process.ts";

/**
 * Starts the server once on an empty database, which makes the demo, and leaves both as templates.
 * @param serverUrl of the tests' PostgreSQL
 * @returns the data folder
 */
export async function makeDemo(serverUrl: string): Promise<string> {
  const admin = createPool(serverUrl, { max: 1 });
  await admin.query(`create database ${demoTemplate} template ${templateName}`);
  await admin.end();
  const url = new URL(serverUrl);
  url.pathname = `/${demoTemplate}`;
  const data = mkdtempSync(join(tmpdir(), "terskel-demo-"));
  const server = await runServer({ TERSKEL_DATA: data, DATABASE_URL: url.href });
  await server.kill("SIGTERM");
  return data;
}
