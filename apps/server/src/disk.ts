import { statfs } from "node:fs/promises";
import { defineJob } from "@terskel/platform/jobs";
import type { Log } from "@terskel/platform/log";
import { z } from "zod";

/** Less than this is left too late: a database that cannot write stops. */
const enough = { bytes: 2 * 1024 ** 3, share: 0.05 };

/** Every ten minutes, a warning in the log while the disk of this folder is nearly full. */
export function diskJob(folder: string, log: Pick<Log, "warn">, wanted = enough) {
  return defineJob({
    name: "server.watch-disk",
    cron: "*/10 * * * *",
    payload: z.looseObject({}),
    run: async () => {
      const { bavail, blocks, bsize } = await statfs(folder);
      const free = bavail * bsize;
      if (free >= wanted.bytes && bavail >= blocks * wanted.share) return;
      const freeMegabytes = Math.floor(free / 1024 ** 2);
      log.warn({ folder, freeMegabytes }, "the disk is nearly full; make room");
    },
  });
}
