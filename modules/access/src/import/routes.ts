import { sql } from "kysely";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { confirmImport, previewImport } from "../api/import.ts";
import { queueLists } from "../lists-changed.ts";
import type { AccessPorts } from "../ports.ts";
import type { Tx } from "../tx.ts";
import { applyWrites } from "./apply.ts";
import { texts } from "./messages/index.ts";
import { makePlan } from "./plan.ts";
import { problem } from "./problems.ts";
import { report } from "./report.ts";
import { readSheet } from "./sheet.ts";
import { loadSetting, loadState } from "./state.ts";
import { planName } from "./writes.ts";

type Ports = Pick<AccessPorts, "withContext" | "now">;
type Asked = {
  readonly context: Parameters<AccessPorts["withContext"]>[0];
  readonly organisation: string;
  readonly site: string;
  readonly bytes: Buffer;
  readonly language: keyof typeof texts;
};

/** Import of persons, units, groups and grants from a spreadsheet. */
export function importRoutes(ports: Ports): Route[] {
  return [
    handle(previewImport, async ({ params, body, context, language }) => {
      const { site, content } = body;
      const bytes = Buffer.from(content, "base64");
      const asked = { context, organisation: params.organisation, site, bytes, language };
      const sheet = await read(ports, asked);
      return await ports.withContext(context, async (tx: Tx) => {
        const { plan, name } = await planIn(tx, ports, asked, sheet);
        return report(sheet, plan, name, texts[language]);
      });
    }),
    handle(confirmImport, async ({ params, body, context, language }) => {
      const { site, content } = body;
      const { organisation } = params;
      const bytes = Buffer.from(content, "base64");
      const asked = { context, organisation, site, bytes, language };
      // Reading takes the most time, and no transaction waits for it.
      const sheet = await read(ports, asked);
      return await ports.withContext(context, async (tx: Tx) => {
        await takeTurn(tx, organisation);
        const { plan, name } = await planIn(tx, ports, asked, sheet);
        if (sheet.errors.length + plan.errors.length > 0) throw problem("import-has-errors");
        if (name !== body.plan) throw problem("plan-changed", { reason: "another plan" });
        await applyWrites(tx, organisation, site, plan.writes);
        if (Object.values(plan.writes).some((list) => list.length > 0)) {
          await queueLists(tx, organisation);
        }
        return report(sheet, plan, name, texts[language]);
      });
    }),
  ];
}

/**
 * One import at a time in an organisation. A second one is sent away rather than kept waiting: what
 * it previewed is about to change.
 */
async function takeTurn(tx: Tx, organisation: string): Promise<void> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`access.import ${organisation}`}, 0)) as mine`.execute(
    tx,
  );
  if (!rows[0]?.mine) throw problem("import-under-way");
}

type Sheet = Awaited<ReturnType<typeof readSheet>>;

async function read(ports: Ports, { context, organisation, site, bytes, language }: Asked) {
  const setting = await ports.withContext(
    context,
    async (tx: Tx) => await loadSetting(tx, organisation, site),
  );
  return await readSheet(bytes, setting, texts[language]);
}

async function planIn(tx: Tx, ports: Ports, { organisation, site, bytes }: Asked, sheet: Sheet) {
  const now = ports.now();
  const state = await loadState(tx, organisation, site, now);
  const { at, headers } = sheet.columns;
  const plan = await makePlan(
    sheet,
    state,
    (field) => headers[at[field] ?? at.lastName ?? -1] ?? "",
    now,
  );
  return { plan, name: planName(bytes, site, plan.writes) };
}
