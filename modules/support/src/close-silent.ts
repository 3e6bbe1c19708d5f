import { defineJob } from "@terskel/platform/jobs";
import type { Job } from "@terskel/platform/jobs";
import { z } from "zod";
import { silentDays } from "./api/limits.ts";
import type { SupportPorts } from "./ports.ts";
import type { Tx } from "./tx.ts";

export const closeSilentJob = "support.close-silent";

/** Closes what nobody has written in for long after the staff's last answer: then its time to be kept begins. */
export function closeSilent({ withContext, now }: SupportPorts): Job {
  return defineJob({
    name: closeSilentJob,
    cron: "25 * * * *",
    atStart: true,
    payload: z.object({}),
    run: async () => {
      const at = now();
      await withContext({ activity: "support.tell" }, async (tx: Tx) => {
        await tx
          .updateTable("support.cases")
          .set({ state: "closed", turned_at: at, closed_at: at })
          .where("state", "=", "waiting")
          .where("turned_at", "<=", new Date(at.getTime() - silentDays * 86_400_000))
          .execute();
      });
    },
  });
}
