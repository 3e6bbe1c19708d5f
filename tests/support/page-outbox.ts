import type { Page } from "playwright-core";

/** The newest message to an address, as the demo's page shows it; opened beside what one is doing. */
export async function readOutbox(page: Page, to: string): Promise<{ text: string; link: string }> {
  const beside = await page.context().newPage();
  await beside.goto("/demo");
  const message = beside.getByRole("article").filter({ hasText: to }).first();
  await message.waitFor();
  const text = await message.innerText();
  const link = message.getByRole("link");
  const found = {
    text,
    link: (await link.count()) > 0 ? ((await link.first().getAttribute("href")) ?? "") : "",
  };
  await beside.close();
  return found;
}

/** The one-time code in a message. */
export async function readCode(page: Page, to: string): Promise<string> {
  const { text } = await readOutbox(page, to);
  const digits = /\b\d{6}\b/.exec(text)?.[0];
  if (!digits) throw new Error(`There is no code in: ${text}`);
  return digits;
}
