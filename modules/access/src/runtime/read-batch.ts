import {
  alarm,
  loss,
  MAX_EVENTS_PER_BATCH,
  MAX_UP_BYTES,
  passage,
  ProtocolError,
} from "@terskel/edge-protocol";
import type { Alarm, Loss, Passage } from "@terskel/edge-protocol";
import { z } from "zod";

export type Batch = {
  readonly good: readonly (Passage | Loss | Alarm)[];
  /** Ids of entries that are none of these, where they have one. */
  readonly badIds: readonly string[];
  readonly badCount: number;
};

const envelope = z.strictObject({
  events: z.array(z.unknown()).min(1).max(MAX_EVENTS_PER_BATCH),
});
const event = z.union([passage, loss, alarm]);
const withId = z.looseObject({ id: passage.shape.id });

/**
 * Reads a batch entry by entry: one that is not of the protocol must not keep back those that are,
 * because a controller sends the batch again until it is receipted. Of an id given twice the first counts.
 * @throws ProtocolError `not-of-the-protocol` for what is no batch at all
 */
export function readBatch(payload: Uint8Array): Batch {
  const good = new Map<string, Passage | Loss | Alarm>();
  const badIds = new Set<string>();
  let badCount = 0;
  for (const entry of entriesOf(payload)) {
    const parsed = event.safeParse(entry);
    if (parsed.success) {
      if (!good.has(parsed.data.id)) good.set(parsed.data.id, parsed.data);
      continue;
    }
    badCount += 1;
    const named = withId.safeParse(entry);
    if (named.success) badIds.add(named.data.id);
  }
  return {
    good: [...good.values()],
    badIds: [...badIds.difference(new Set(good.keys()))],
    badCount,
  };
}

function entriesOf(payload: Uint8Array): readonly unknown[] {
  if (payload.byteLength > MAX_UP_BYTES) {
    throw new ProtocolError("not-of-the-protocol", `over ${MAX_UP_BYTES} bytes`);
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(payload);
    return envelope.parse(JSON.parse(text)).events;
  } catch (error) {
    throw new ProtocolError("not-of-the-protocol", "no batch of events", error);
  }
}
