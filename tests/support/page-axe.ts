import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// Legacy is what axe calls running in the page alone: there are no frames to look into, and the other
// way opens a tab for each run. What is well is not described, which on a long list takes most of the time.
const builder = (page: Page) =>
  new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();

type Violation = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"][number];

const sentences = (violations: readonly Violation[]) =>
  violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => {
      const why = failureSummary.replaceAll(/\s+/g, " ");
      return `${id}: ${help} at ${target.join(" ")}. ${why}`;
    }),
  );

/** Violations of WCAG 2.2 A and AA and of axe's own practices, as sentences. */
export async function accessFaults(page: Page): Promise<string[]> {
  const { violations } = await builder(page).withTags(tags).analyze();
  return sentences(violations);
}

/** Only whether every text stands out from what is behind it (WCAG 1.4.3). */
export async function contrastFaults(page: Page): Promise<string[]> {
  const { violations } = await builder(page).withRules(["color-contrast"]).analyze();
  return sentences(violations);
}
