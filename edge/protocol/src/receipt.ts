import { z } from "zod";
import { id } from "./words.ts";
import { MAX_PASSAGES_PER_BATCH } from "./events.ts";

/** The cloud has these passages durably; only now may the controller forget them. */
export const receipt = z.strictObject({
  controller: id,
  events: z.array(id).min(1).max(MAX_PASSAGES_PER_BATCH),
});
export type Receipt = z.infer<typeof receipt>;
