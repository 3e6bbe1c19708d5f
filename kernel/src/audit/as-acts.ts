import { acting } from "@terskel/platform/acting";
import type { Act } from "@terskel/platform/acting";
import type { Job } from "@terskel/platform/jobs";
import type { Problem } from "@terskel/platform/problems";
import type { Tx } from "../requests/tx.ts";
import type { WithContext } from "../tenancy.ts";
import { insert } from "./enter.ts";
import { keepAudit } from "./seal.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Persons as the queue's payloads call them: as `member` they are put where an erasure reaches them, else nowhere. */
const persons = new Set(["member", "person", "account"]);

/** What the jobs do is entered in the trail as theirs, about the ids in their payload. */
export const jobsAsActs = (jobs: readonly Job[]): readonly Job[] =>
  jobs.map((job) => ({
    ...job,
    run: async (payload) => {
      await acting(actOfJob(job.name, payload), async () => {
        await job.run(payload);
      });
    },
  }));

function actOfJob(action: string, payload: unknown): Act {
  const ids = Object.entries(payload ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && uuid.test(entry[1]),
  );
  const { organisation, member } = Object.fromEntries(ids);
  const about = Object.fromEntries(
    ids.filter(([name]) => name !== "organisation" && !persons.has(name)),
  );
  return { action, by: "job", organisation, aboutMember: member, about };
}

/** What is done from the command line. */
export const asCommand = async <T>(name: string, run: () => Promise<T>): Promise<T> =>
  await acting({ action: `server.${name}`, by: "command", about: {} }, run);

/** What the request itself is wrong in, was no attempt at anything. */
const unread = new Set(["malformed-request", "too-large", "unsupported-media-type"]);

/** Enters what a signed-in person tried to change, or to look up of others, and was refused. */
export function createRefused({
  withContext,
  isOutside,
  now,
}: {
  withContext: WithContext;
  isOutside: (activity: string) => boolean;
  now: () => Date;
}) {
  return async (act: Act, problem: Problem): Promise<void> => {
    const contract = act.call?.contract;
    if (!contract || contract.method === "GET" || isOutside(contract.activity)) return;
    if (problem.kind.status >= 500 || unread.has(problem.code)) return;
    const { activity } = contract;
    // Whoever was admitted nowhere does not write into an organisation's trail.
    const tried = act.by === "person" ? { ...act, organisation: undefined } : act;
    await withContext(keepAudit, async (tx: Tx) => {
      await insert(tx as never, tried, { activity, outcome: problem.code, at: now(), even: true });
    });
  };
}
