import { z } from "zod";
import { id, instant, outcome, reasonCode } from "./words.ts";

/** What became of a command, said at once. The passage with the command's id follows in `events` and is the record. */
export const ack = z.strictObject({ command: id, outcome, reason: reasonCode, at: instant });
export type Ack = z.infer<typeof ack>;
