import type { Page } from "playwright-core";
import type { HandoverFile } from "../support/handover.ts";
import { boardsSheet, sheetName } from "./import.ts";

/** What is done on a page before one looks. */
export async function toTestEid(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("button").first().click();
  await page.waitForURL(/\/test-eid\//);
}

/** Everything that a page without a script has folded away. */
export async function unfolding(page: Page): Promise<void> {
  for (const summary of await page.locator("summary").all()) await summary.click();
}

/** A spreadsheet with something to mend. */
export async function previewing(page: Page): Promise<void> {
  const file = { name: sheetName, mimeType: "text/csv", buffer: boardsSheet("Oppgong B") };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("table").first().waitFor();
}

/** What somebody could bring from another installation. */
export const bringing = (file: HandoverFile) =>
  async function bringing(page: Page) {
    const buffer = Buffer.from(JSON.stringify(file), "utf8");
    const given = { name: "terskel-handover-1.json", mimeType: "application/json", buffer };
    await page.locator("input[type=file]").setInputFiles(given);
    await page.getByRole("checkbox").first().waitFor();
  };

/** What is shown once it is said what for. */
export async function choosing(page: Page): Promise<void> {
  await page.getByRole("main").locator("select").selectOption({ index: 1 });
  await page.getByRole("table").first().waitFor();
}

/** Where one chooses what to lock down. */
export async function lockingDown(page: Page): Promise<void> {
  const names = /^(Steng ned|Lås ned|Lock down)$/;
  await page.getByRole("main").getByRole("button", { name: names }).click();
  await page.getByRole("dialog").waitFor();
}

/** Where one asks for help. */
export async function asking(page: Page): Promise<void> {
  const names = /^(Be om hj|Ask for help)/;
  await page.getByRole("main").getByRole("button", { name: names }).click();
  await page.getByRole("dialog").waitFor();
}

/** Where one says who gets a file of the log, with nothing that fits behind it. */
export async function handingOn(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: /CSV$/ }).click();
  await page.getByRole("dialog").getByRole("status").getByText(/\p{L}/u).waitFor();
}

/** Why somebody could open a door, answered. */
export async function askingWhy(page: Page): Promise<void> {
  const why = page.getByRole("main").getByRole("button", { name: /^(Hvorfor|Varför|Why)/ });
  await why.click();
  const dialog = page.getByRole("dialog");
  const [person, door] = [dialog.getByRole("combobox").nth(0), dialog.getByRole("combobox").nth(1)];
  await person.fill("Kari Nordlie");
  await page.getByRole("option").first().click();
  await door.click();
  await page.getByRole("option").first().click();
  await dialog.locator("button[type=submit]").click();
  await dialog.getByRole("status").waitFor();
}

/** Where one asks whose a card is. */
export async function askingWhose(page: Page): Promise<void> {
  await page
    .getByRole("main")
    .getByRole("button", { name: /^(Hvem har|Vem har|Whose)/ })
    .click();
  await page.getByRole("dialog").waitFor();
}

/** A card or fob, to a person. */
export async function handingOut(page: Page): Promise<void> {
  await page
    .getByRole("main")
    .getByRole("button", { name: /^(Del ut|Lämna ut|Hand out)/ })
    .click();
  await page.getByRole("dialog").waitFor();
}

/** Where one lets a unit. */
export async function letting(page: Page): Promise<void> {
  await page
    .getByRole("main")
    .getByRole("button", { name: /^(Lei ut|Hyr ut|Let)$/ })
    .click();
  await page.getByRole("dialog").waitFor();
}

/** The form behind the page's foremost button. */
export async function adding(page: Page): Promise<void> {
  const names =
    /^(Legg til|Gi |Inviter|Før inn|Sett |Lägg till|Lägg in|Sätt |Ge |Bjud|Add |Give |Invite|Enter|Place )/;
  await page.getByRole("main").getByRole("button", { name: names }).first().click();
  await page.getByRole("dialog").waitFor();
}
