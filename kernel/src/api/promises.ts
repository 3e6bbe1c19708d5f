import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { z } from "zod";
import { instant } from "./requests.ts";

const text = z.object({ nb: z.string(), sv: z.string(), en: z.string() });

export const promises = route({
  id: "kernel.promises",
  method: "GET",
  path: "/api/v1/privacy/promises",
  activity: "kernel.publish-declarations",
  who: "anyone",
  summary:
    "Every promise of the published notices: where it is kept, what shows it, and whether it is kept by the code that runs. Follows from declarations and test results; nobody can type it.",
  response: plain(
    "What the product keeps, and no data about anyone.",
    z.object({
      /** What the tests are known to have passed for. */
      evidence: z.object({
        /** SHA-256 of the code that runs; absent when its files have changed since the start. */
        code: z.string().optional(),
        /** When tests of promises last ended on this code; absent: never here. */
        ranAt: instant.optional(),
        commit: z.string().optional(),
        /** What verifies this installation. */
        command: z.string(),
      }),
      promises: z.array(
        z.object({
          id: z.string(),
          text,
          state: z.enum(["kept", "broken", "unverified", "unshown", "not-built"]),
          activities: z.array(z.object({ id: z.string(), purpose: text })),
          /** The tables whose columns those activities use. */
          tables: z.array(z.string()),
          keepers: z.array(
            z.object({
              name: z.string(),
              kind: z.enum(["job", "check"]),
              what: text,
              lastDone: instant.optional(),
              /** Only when it failed after it was last done. */
              failedSince: instant.optional(),
            }),
          ),
          tests: z.array(
            z.object({
              file: z.string(),
              outcome: z.enum(["passed", "failed", "unknown"]),
              passed: z.number().int(),
            }),
          ),
        }),
      ),
    }),
  ),
});
