import { z } from "zod";
import { areas, clock, hash, listedDoor, schedule, subject } from "./access-list.ts";
import { bodySizes } from "./list-body.ts";
import { id, instant } from "./words.ts";

/**
 * What of an access list is signed as JSON: all but its persons, credentials and grants, which lie in the body, and the body's
 * SHA-256, so that one signature is for both.
 */
export const listManifest = z
  .strictObject({
    controller: id,
    revision: z.int().min(1),
    issuedAt: instant,
    doors: z.array(listedDoor),
    schedules: z.array(schedule).max(0xffff).readonly(),
    clocks: z.array(clock).max(100).readonly(),
    areas: areas.optional(),
    extendedSubject: subject.optional(),
    body: z.strictObject({ sha256: hash, ...bodySizes.shape }),
  })
  .refine(({ doors }) => new Set(doors.map((each) => each.output)).size === doors.length, {
    error: "an output has two doors",
    path: ["doors"],
  });
export type ListManifest = z.infer<typeof listManifest>;
