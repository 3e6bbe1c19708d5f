import { z } from "zod";

/** What a door is set to, as it is sent. */
export const openSeconds = z.number().int().min(1).max(60);
/** For who needs longer; where it is less than the others', theirs counts. */
export const extendedOpenSeconds = z.number().int().min(1).max(120);
export const heldAfterSeconds = z.number().int().min(5).max(3600);
/** A month at most. */
export const aloneHours = z.number().int().min(1).max(720);
export const output = z.number().int().min(1).max(999);
export const unlock = {
  /** null: none, it is locked at any hour. */
  unlockSchedule: z.uuid().nullable().optional(),
  /** It unlocks once somebody with access has opened it at its reader, in each stretch of hours anew. */
  firstPerson: z.boolean().optional(),
};
/** From the portal it opens to whoever has proved within two minutes, by passkey or eID, who they are. */
export const stepUp = z.boolean();
export const rules = {
  readerInside: z.boolean().optional(),
  twoPeople: z.boolean().optional(),
  /** null: it leads into none. */
  area: z.uuid().nullable().optional(),
  /** null: none. */
  airlock: z.uuid().nullable().optional(),
};
