import type { Answer } from "@terskel/platform/contract";
import type { promises } from "../api/promises.ts";
import type { Processing } from "../declare.ts";
import { promiseIds } from "./ids.ts";
import type { PromiseId } from "./ids.ts";
import { stateOf } from "./evidence.ts";
import type { Evidence } from "./evidence.ts";
import type { Run } from "./runs.ts";
import { promiseText } from "./texts/index.ts";

const verifyCommand = "npm test";

/** Every promise with where it is kept and what shows it. */
export function describePromises(
  processings: readonly Processing[],
  { code, ranAt, commit, tests }: Evidence,
  runs: ReadonlyMap<string, Run>,
): Answer<typeof promises> {
  const keepers = processings.flatMap((each) => each.keepers ?? []);
  const activities = processings.flatMap((each) => each.activities);
  const tables = processings.flatMap((each) => each.tables);

  const describeOne = (id: PromiseId) => {
    const carried = activities.filter((activity) => activity.promises.includes(id));
    const carrying = new Set(carried.map((activity) => activity.id));
    const kept = keepers.filter((keeper) => keeper.promises.includes(id));
    const shown = tests.filter((test) => test.promises.includes(id));
    return {
      id,
      text: promiseText(id),
      state: stateOf(carried.length + kept.length > 0, shown),
      activities: carried.map((activity) => ({ id: activity.id, purpose: activity.purpose })),
      tables: tables
        .filter(({ columns }) =>
          Object.values(columns).some(([, ...uses]) => uses.some((use) => carrying.has(use))),
        )
        .map(({ table }) => table),
      keepers: kept.map(({ name, kind, what }) => ({ name, kind, what, ...ran(runs.get(name)) })),
      tests: shown.map(({ file, outcome, passed }) => ({ file, outcome, passed })),
    };
  };
  return {
    evidence: {
      ...(code ? { code } : {}),
      ...(ranAt ? { ranAt } : {}),
      ...(commit ? { commit } : {}),
      command: verifyCommand,
    },
    promises: promiseIds.map(describeOne),
  };
}

function ran({ done, failed }: Run = {}) {
  const failedSince = failed && (!done || failed > done) ? failed : undefined;
  return {
    ...(done ? { lastDone: done.toISOString() } : {}),
    ...(failedSince ? { failedSince: failedSince.toISOString() } : {}),
  };
}
