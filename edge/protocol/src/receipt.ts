import { z } from "zod";
import { id } from "./words.ts";
import { MAX_EVENTS_PER_BATCH } from "./events.ts";

/** The cloud has these events durably; only now may the controller forget them. */
export const receipt = z.strictObject({
  controller: id,
  events: z.array(id).min(1).max(MAX_EVENTS_PER_BATCH),
});
export type Receipt = z.infer<typeof receipt>;
