import { z } from "zod";
import { instant } from "./words.ts";

/**
 * Retained. Published online at each connect; offline by the controller itself when it stops, and by the broker as its
 * last will when the connection is lost, which then has no time: the broker sends the bytes it was given at connect.
 */
export const presence = z.strictObject({ online: z.boolean(), at: instant.optional() });
export type Presence = z.infer<typeof presence>;
