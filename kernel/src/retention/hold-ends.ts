import type { SetTime } from "../declare.ts";
import { text } from "../words.ts";

/** A hold ends, at most ten years on (holds.ts). */
export const holdEnds = {
  when: text(
    "når sperren slutter, senest etter ti år",
    "när spärren upphör, senast efter tio år",
    "when the hold ends, after ten years at the latest",
  ),
  atMostDays: 3653,
  after: "placed_at",
} as const satisfies SetTime;
