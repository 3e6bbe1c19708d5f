import { readCatalogue } from "@terskel/platform/db";
import type { CatalogueTable } from "@terskel/platform/db";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import type { Job } from "@terskel/platform/jobs";
import type { Pool } from "pg";
import { answerFaults } from "./answers.ts";
import * as api from "./api/declarations.ts";
import { createEnter } from "./audit/enter.ts";
import { policyFaults } from "./apply-policies.ts";
import type { Processing } from "./declare.ts";
import { describeProcessing } from "./describe.ts";
import { findDrift } from "./drift.ts";
import { keeperFaults, startCheck } from "./promises/keeper-faults.ts";
import { recordRun } from "./promises/runs.ts";
import { createHeldBack } from "./notice/held-back.ts";
import { createRetention } from "./retention/retention.ts";
import { createWithContext } from "./tenancy.ts";

/** What every module gives the server. */
export type Module = {
  readonly processing: Processing;
  readonly routes: readonly Route[];
  readonly jobs: readonly Job[];
};

/**
 * The privacy kernel over what all modules declare.
 * @param app connections of the role that cannot bypass row-level security
 */
export function createKernel(app: Pool, processings: readonly Processing[]) {
  const activities = new Set(processings.flatMap((p) => p.activities.map((a) => a.id)));
  const heldBack = createHeldBack(createWithContext(app, activities), processings);
  const enter = createEnter(processings, () => new Date());
  const withContext = createWithContext(app, activities, heldBack.isHeldBack, enter);
  const described = describeProcessing(processings);
  const routes: Route[] = [handle(api.declarations, () => Promise.resolve(described))];
  let read: Promise<CatalogueTable[]> | undefined;
  const catalogue = async () =>
    await (read ??= readCatalogue(
      app,
      processings.flatMap((p) => p.schemas),
    ).catch((error: unknown) => {
      read = undefined;
      throw error;
    }));
  const retention = createRetention({ withContext, processings, catalogue });
  return {
    withContext,
    processings,
    /** An organisation's notice in force may be another now: what waited for it goes on. */
    heldBackChanged: heldBack.changed,
    /** The live tables of all modules, read once: migrations are over before anything is asked. */
    catalogue,
    routes,
    jobs: [retention.job],
    /** Retention, once and now. */
    runRetention: async () => await retention.job.run({}),
    /** Tables in which rows stand whose time was up 24 hours ago, at most a minute old. */
    late: retention.late,
    /** How many rows are past their time and kept because of a restriction, at most a minute old. */
    withheld: retention.withheld,
    /**
     * @param all the routes of all modules: each has to name a declared activity, and shows only what
     * that may use
     * @param jobs all jobs of all modules, among which have to be those that are said to keep promises
     * @throws Error naming each table and column whose declaration and database differ, and each field of
     * an answer that shows what it may not
     */
    async check(all: readonly Route[] = routes, jobs?: readonly Job[]): Promise<void> {
      // A table in a schema that is nobody's would be data that nobody declares.
      const schemas = [...processings.flatMap((p) => p.schemas), "public", "jobs"];
      const faults = [
        ...findDrift(processings, await readCatalogue(app, schemas), "all"),
        ...all
          .filter(({ contract }) => !activities.has(contract.activity))
          .map(({ contract }) => `${contract.id}: there is no activity ${contract.activity}.`),
        ...answerFaults(
          all.map(({ contract }) => contract),
          processings,
        ),
        ...(jobs ? keeperFaults(processings, jobs) : []),
      ];
      // Policies follow from declarations that are right.
      if (faults.length === 0) faults.push(...(await policyFaults(app, processings)));
      if (faults.length > 0) {
        throw new Error(`Declarations, database and answers differ:\n  ${faults.join("\n  ")}`);
      }
      if (jobs) await recordRun({ withContext, now: () => new Date() }, startCheck, "done");
    },
  };
}
