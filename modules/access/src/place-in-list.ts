import { z } from "zod";

/** The place after an item in a list that is sorted by name. */
export const byName = z.tuple([z.string(), z.uuid()]);
export type ByName = z.output<typeof byName> | undefined;

/** The place after an item in a list that is sorted by time: ids rise with time (UUIDv7). */
export const byId = z.tuple([z.uuid()]);
export type ById = z.output<typeof byId> | undefined;
