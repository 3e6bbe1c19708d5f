import { z } from "zod";
import { doorPosition, id, instant, lockState } from "./words.ts";

/** A door as the controller sees it, bolt and leaf; sent when either moves and at each connect. */
export const state = z.strictObject({
  door: id,
  lock: lockState,
  position: doorPosition,
  at: instant,
});
export type State = z.infer<typeof state>;
