import axe from "axe-core";
import type { Result, RunOnly } from "axe-core";
import type { Page } from "playwright-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The page, once axe is in it. */
type WithAxe = typeof globalThis & { readonly axe?: typeof axe };

/**
 * Runs axe in the page. It is put there once a document: to read it takes longer than to run it.
 * What is well is not described, which on a long list takes most of the time. Of a page with a modal dialog
 * it looks at the dialog: nothing behind can be pressed, and axe takes a covered link for one that is too small.
 */
async function violationsOf(page: Page, runOnly: RunOnly): Promise<Result[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  return await page.evaluate(async (only) => {
    const { axe: here } = globalThis as WithAxe;
    if (!here) throw new Error("axe is not in the page.");
    const modal = document.querySelector('[aria-modal="true"]');
    const { violations } = await here.run(modal ?? document, {
      resultTypes: ["violations"],
      runOnly: only,
    });
    return violations;
  }, runOnly);
}

const sentences = (violations: readonly Result[]) =>
  violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => {
      const why = failureSummary.replaceAll(/\s+/g, " ");
      return `${id}: ${help} at ${target.join(" ")}. ${why}`;
    }),
  );

/** Violations of WCAG 2.2 A and AA and of axe's own practices, as sentences. */
export const accessFaults = async (page: Page): Promise<string[]> =>
  sentences(await violationsOf(page, { type: "tag", values: tags }));

/** Only whether every text stands out from what is behind it (WCAG 1.4.3). */
export const contrastFaults = async (page: Page): Promise<string[]> =>
  sentences(await violationsOf(page, { type: "rule", values: ["color-contrast"] }));
