import { addJob, defineJob } from "@terskel/platform/jobs";
import type { Job } from "@terskel/platform/jobs";
import type { Transaction } from "kysely";
import { z } from "zod";
import { listOrganisations } from "../organisations.ts";
import { keepVersion } from "./versions.ts";
import type { Tx, VersionPorts } from "./versions.ts";

const name = "kernel.notice-versions";
const batch = 100;

/** Has every organisation's notice kept anew, where it is not as it was. */
export async function queueVersions<DB>(tx: Transaction<DB>): Promise<void> {
  await addJob(tx, name, {}, { key: `${name} again` });
}

/**
 * At every start, and every ten minutes: the notice of each organisation as the declarations are now becomes a
 * version of its own, where it says something else than the one in force.
 */
export const versionsJob = (ports: VersionPorts): Job =>
  defineJob({
    name,
    cron: "*/10 * * * *",
    atStart: true,
    payload: z.looseObject({}),
    run: async () => {
      let after: readonly [string, string] | undefined;
      for (;;) {
        const rows = await ports.withContext(
          { activity: "kernel.administer-organisations" },
          async (tx: Tx) => await listOrganisations(tx, batch, after),
        );
        for (const { id } of rows) await keepVersion(ports, id);
        const last = rows.at(-1);
        if (!last || rows.length < batch) return;
        after = [last.name, last.id];
      }
    },
  });
