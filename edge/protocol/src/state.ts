import { z } from "zod";
import { id, instant, lockState } from "./words.ts";

/** A lock as the controller sees it; sent when it changes and at each connect. */
export const state = z.strictObject({ door: id, lock: lockState, at: instant });
export type State = z.infer<typeof state>;
