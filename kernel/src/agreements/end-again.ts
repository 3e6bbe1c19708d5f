import type { Transaction } from "kysely";
import { eraseNow } from "../erasure/erase.ts";
import type { RightsPorts } from "../scope.ts";
import type { KernelTables } from "../tables.ts";
import { enterEnded } from "./close.ts";
import { closeRequests } from "./close-requests.ts";
import { removeOrganisation } from "./remove.ts";

type Tx = Transaction<KernelTables>;
const context = { activity: "kernel.retention" };

/**
 * In a database that was restored from before the end of an agreement: its data goes again. The tombstones
 * know of it.
 */
export async function endAgain(ports: RightsPorts, organisation: string, now: Date): Promise<void> {
  await ports.withContext(context, async (tx: Tx) => {
    await tx
      .updateTable("kernel.organisations")
      .set({ agreement_ends_at: now, data_goes_at: now })
      .where("id", "=", organisation)
      .where((eb) => eb.or([eb("data_goes_at", "is", null), eb("data_goes_at", ">", now)]))
      .execute();
    await enterEnded(tx, organisation);
  });
  // They were told when it went the first time.
  await closeRequests(ports, { organisation, at: now });
  await removeOrganisation(ports, {
    organisation,
    at: now,
    cause: "restore",
    erase: async (scope) => await eraseNow(ports, scope, { cause: "restore", organisation }),
  });
}
