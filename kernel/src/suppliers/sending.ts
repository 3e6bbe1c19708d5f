import { countWaiting } from "@terskel/platform/jobs";
import type { Answer } from "@terskel/platform/contract";
import type { sending as api } from "../api/sending.ts";
import type { Tx } from "../requests/tx.ts";
import { lastDayOf } from "./dates.ts";
import type { createGate, Gateway, WhyNot } from "./gate.ts";
import type { SupplierPorts } from "./ports.ts";

/** A way out of the installation; without a server what is sent is kept in it. */
export type Channel = {
  readonly of: Gateway["recipient"];
  readonly host: string | undefined;
  readonly state: (() => ReturnType<ReturnType<typeof createGate>["state"]>) | undefined;
};

export type SendingPorts = SupplierPorts & { readonly channels: readonly Channel[] };

/** What can leave, by whom, and how many messages wait. */
export async function readSending(ports: SendingPorts): Promise<Answer<typeof api>> {
  const channels: Answer<typeof api>["channels"] = [];
  for (const { of, host, state } of ports.channels) {
    const found = await state?.();
    channels.push({
      of,
      ...(host ? { host } : {}),
      ...(found && "why" in found ? { why: found.why } : {}),
      ...(found && "name" in found ? { supplier: found.name } : {}),
      ...(found && "endsAt" in found && found.endsAt ? { lastDay: lastDayOf(found.endsAt) } : {}),
    });
  }
  const waiting = await ports.withContext(
    { activity: "kernel.administer-suppliers" },
    async (tx: Tx) => await countWaiting(tx),
  );
  return { channels, waiting };
}

const reasons: Readonly<Record<WhyNot, string>> = {
  "no-supplier": "no supplier with this server is in the register",
  "no-agreement": "the supplier has no agreement",
  "not-yet": "the agreement with the supplier is not in force yet",
  ended: "the agreement with the supplier has ended",
  "not-told": "no notice in force names the supplier; announce the change",
  "data-not-agreed": "the agreement does not cover the data",
  "organisation-objects": "the organisation has not agreed to the supplier",
};

/** The same for whoever watches the installation, in plain words. */
export async function sendingInWords(ports: SendingPorts) {
  const { channels, waiting } = await readSending(ports);
  const words = channels.map(({ of, host, why }) => {
    if (why) return [of, `stopped, ${host}: ${reasons[why]}; what is sent waits`] as const;
    return [of, host ? "ok" : "kept here"] as const;
  });
  return { ...Object.fromEntries(words), waiting };
}
