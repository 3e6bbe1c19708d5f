import type { Page } from "playwright-core";

export const dialog = (page: Page, name: string | RegExp) => page.getByRole("dialog", { name });
export const row = (page: Page, text: string) => page.getByRole("row").filter({ hasText: text });

/** Chooses in a list that opens; its field has the label. */
export async function pick(page: Page, label: string, option: string | RegExp) {
  await page.getByRole("dialog").getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option }).click();
}

/** From the overview, as one who has never been here. */
export async function goTo(page: Page, section: string) {
  await page.goto("/");
  await page.getByRole("link", { name: "Administrer" }).click();
  const navigation = page.getByRole("navigation", { name: "Hovedmeny" });
  await navigation.getByRole("link", { name: section, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: section }).waitFor();
}
