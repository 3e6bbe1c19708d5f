import { z } from "zod";
import { id, instant } from "./words.ts";

/**
 * The list of this revision is still the newest, as of `at` by the cloud's clock. Sent again and again to a controller that
 * is there: so one that hears nothing knows how old its list may be.
 */
export const confirmation = z.strictObject({
  controller: id,
  revision: z.int().min(1),
  at: instant,
});
export type Confirmation = z.infer<typeof confirmation>;
