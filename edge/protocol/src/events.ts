import { z } from "zod";
import {
  accessPoint,
  alarmKind,
  credentialKind,
  id,
  instant,
  outcome,
  reasonCode,
} from "./words.ts";

export const MAX_EVENTS_PER_BATCH = 500;

/**
 * One attempt to pass a door. `at` is the door's time. An opening by command has the command's id as its own `id`, so it
 * is counted once however it is reported. An unknown credential has a kind and nothing else: no number, no hash.
 * `accessPoint`: absent where nobody was at a reader. An opening with the reason `passback` was to somebody who was inside already.
 */
export const passage = z.strictObject({
  id,
  door: id,
  at: instant,
  person: id.optional(),
  credential: credentialKind,
  accessPoint: accessPoint.optional(),
  outcome,
  reason: reasonCode,
  command: id.optional(),
});
export type Passage = z.infer<typeof passage>;

/**
 * Passages of one door that the controller had no room to keep: how many openings and how many refusals, and when by the
 * door's time the first and the last of them were. One too many may be counted, never one too few.
 */
export const loss = z
  .strictObject({
    id,
    door: id,
    since: instant,
    at: instant,
    opened: z.int().min(0),
    refused: z.int().min(0),
  })
  .refine(({ opened, refused }) => opened + refused > 0, { error: "nothing was lost" });
export type Loss = z.infer<typeof loss>;

/**
 * That a door was forced or is held open: told when it begins and again when it ends, by the door's time. The end says all
 * that the beginning said, so that it stands for both. `alarm` is the same in both; `id` is each telling's own.
 */
export const alarm = z.strictObject({
  id,
  alarm: id,
  door: id,
  kind: alarmKind,
  began: instant,
  ended: instant.optional(),
});
export type Alarm = z.infer<typeof alarm>;

export const events = z.strictObject({
  events: z
    .array(z.union([passage, loss, alarm]))
    .min(1)
    .max(MAX_EVENTS_PER_BATCH),
});
export type Events = z.infer<typeof events>;
