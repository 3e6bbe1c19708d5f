import type { Page } from "playwright-core";
import { dialog } from "./manage.ts";

/** What a card reader at the computer does with a card: it types, wherever the cursor is, and ends with Enter. */
export async function readCard(page: Page, number: string) {
  await page.getByLabel("Nummer").and(page.locator(":focus")).waitFor();
  await page.keyboard.type(number);
  await page.keyboard.press("Enter");
}

/** Hands a fob to the person whose page it is, without a hand on the mouse in between. Gives the form. */
export async function handOut(page: Page, number: string, label: string) {
  await page.getByRole("button", { name: "Del ut" }).click();
  const form = dialog(page, "Del ut kort eller brikke");
  await readCard(page, number);
  // The reader's Enter leads on to what has to be said yet.
  await form.getByLabel("Merkelapp").and(page.locator(":focus")).waitFor();
  await page.keyboard.type(label);
  await page.keyboard.press("Enter");
  return form;
}

/** Chooses what is done with a card in the list. */
export async function act(page: Page, label: string, what: string) {
  await page.getByRole("button", { name: `Handlinger for ${label}` }).click();
  await page.getByRole("menuitem", { name: what }).click();
}
