import { z } from "zod";
import { PROTOCOL_VERSION, instant } from "./words.ts";

/**
 * Sent at each connect, and after a new access list has come into force. `revision`: of the list in force, 0 for none.
 * `software`: name and version. `buffered`: passages not yet receipted.
 */
export const hello = z.strictObject({
  revision: z.int().min(0),
  protocol: z.literal(PROTOCOL_VERSION),
  software: z.string().min(1).max(100),
  at: instant,
  buffered: z.int().min(0),
});
export type Hello = z.infer<typeof hello>;
