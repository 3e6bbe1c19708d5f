import { text } from "@terskel/kernel";
import type { Keeper } from "@terskel/kernel";
import { closeSilentJob } from "./close-silent.ts";
import { silentDays } from "./api/limits.ts";

/** What this module does for promises without being asked. */
export const keepers: readonly Keeper[] = [
  {
    name: closeSilentJob,
    kind: "job",
    what: text(
      `Hver time lukkes supportsaker som ingen har skrevet i på ${silentDays} dager etter siste svar.`,
      `Varje timme stängs supportärenden som ingen har skrivit i på ${silentDays} dagar efter det senaste svaret.`,
      `Every hour support cases are closed in which nobody has written for ${silentDays} days after the last answer.`,
    ),
    promises: ["A10"],
  },
];
