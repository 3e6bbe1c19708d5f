import { z } from "zod";
import { credentialKind, id, instant, outcome, reasonCode } from "./words.ts";

export const MAX_PASSAGES_PER_BATCH = 500;

/**
 * One attempt to pass a door. `at` is the door's time. An opening by command has the command's id as its own `id`, so it
 * is counted once however it is reported. An unknown credential has a kind and nothing else: no number, no hash.
 */
export const passage = z.strictObject({
  id,
  door: id,
  at: instant,
  person: id.optional(),
  credential: credentialKind,
  outcome,
  reason: reasonCode,
  command: id.optional(),
});
export type Passage = z.infer<typeof passage>;

export const events = z.strictObject({
  events: z.array(passage).min(1).max(MAX_PASSAGES_PER_BATCH),
});
export type Events = z.infer<typeof events>;
