import { text } from "@terskel/kernel";
import type { Stored } from "@terskel/kernel";

/** The test eID's cookies, by what they are for; each comes with its signature. */
export const cookieNames = {
  session: "test_eid_session",
  interaction: "test_eid",
  resume: "test_eid_resume",
} as const;

/** In the demo only. */
export const testEidStored: readonly Stored[] = Object.values(cookieNames)
  .flatMap((name) => [name, `${name}.sig`])
  .map((name) => ({
    name,
    where: "cookie",
    category: "necessary",
    purpose: text(
      "Test-eID-en i demoen: hvem du velger å være.",
      "Demons test-e-legitimation: vem du väljer att vara.",
      "The demo's test eID: who you choose to be.",
    ),
    lasts: "visit",
  }));
