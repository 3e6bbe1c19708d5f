import { mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContextOptions, Page } from "playwright-core";
import { openHouse } from "./journeys/house.ts";
import { boardsSheet } from "./journeys/import.ts";
import { settled } from "./journeys/pages.ts";
import { openPerson, phone } from "./support/page-person.ts";
import { startFirstStage } from "./support/page-stage.ts";
import type { Product } from "./support/product.ts";
import { root } from "./support/process.ts";

/** `npm run screenshots`: renews the pictures in docs/screenshots, from a product of its own. */
const folder = join(root, "docs/screenshots");
const english = { locale: "en-GB", deviceScaleFactor: 1 } as const;
const mostBytes = 150_000;

/** The question about visits is answered once, and would stand on every picture. */
async function sayNo(page: Page) {
  await settled(page);
  const no = page.getByRole("button", { name: "No", exact: true });
  if (await no.isVisible()) await no.click();
  await no.waitFor({ state: "detached" });
}

async function take(page: Page, name: string) {
  const path = join(folder, `${name}.png`);
  // Pointer and focus away, and the last frame drawn.
  await page.mouse.move(0, 0);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await sleep(300);
  await page.screenshot({ path, animations: "disabled" });
  const bytes = statSync(path).size;
  process.stdout.write(`${name}.png ${Math.round(bytes / 1000)} kB\n`);
  if (bytes > mostBytes) throw new Error(`${name}.png has more than ${mostBytes} bytes.`);
}

/** Holds a card to a simulated reader. */
async function hold(product: Product, door: string, number: string) {
  await fetch(`${product.doors(0)}/doors/${door}/present`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ kind: "card", number }),
  });
}

/** Some coming and going, so that the log has something to tell. */
async function comeAndGo(product: Product, doors: readonly string[]) {
  const file = join(product.data, "controllers", "solhaug", "cards.json");
  const cards = JSON.parse(readFileSync(file, "utf8")) as { number: string }[];
  const [kari = "", ingrid = "", per = ""] = cards.map(({ number }) => number);
  const [a = "", b = "", c = ""] = doors;
  const passages = [
    [a, per],
    [b, per],
    [a, ingrid],
    [c, per],
    [b, kari],
    [a, kari],
    [c, "04FFFFFF01"],
    [a, ingrid],
  ] as const;
  for (const [door, card] of passages) {
    await hold(product, door, card);
    await sleep(1_100);
  }
  return { a, kari };
}

async function takeDoors(
  stage: Awaited<ReturnType<typeof startFirstStage>>,
  name: string,
  options: BrowserContextOptions,
) {
  const person = await openPerson(stage.browser, stage.product, {
    ...english,
    ...phone,
    ...options,
    deviceScaleFactor: 2,
    as: "lise",
  });
  const { page } = person;
  await sayNo(page);
  await page.getByRole("button", { name: "Open Oppgang B" }).tap();
  await page.getByText("Opened", { exact: true }).waitFor();
  await take(page, name);
  await person.leave();
}

mkdirSync(folder, { recursive: true });
const stage = await startFirstStage();
try {
  const { browser, product } = stage;
  const house = await openHouse(product);
  const manage = `/manage/${house.organisation}`;
  await takeDoors(stage, "doors-phone", {});
  await takeDoors(stage, "doors-phone-dark", { colorScheme: "dark" });

  const doors = await Promise.all(["A", "B", "C"].map((each) => house.doorId(`Oppgang ${each}`)));
  const { a, kari: karisCard } = await comeAndGo(product, doors);

  const kari = await openPerson(browser, product, {
    ...english,
    ...phone,
    deviceScaleFactor: 2,
    as: "kari",
  });
  await kari.page.goto("/log");
  await sayNo(kari.page);
  await take(kari.page, "log-phone");
  await kari.leave();

  const ingrid = await openPerson(browser, product, { ...english, as: "ingrid" });
  const { page } = ingrid;
  await page.goto(manage);
  await sayNo(page);
  await take(page, "manage");
  await page.goto(`${manage}/import`);
  await settled(page);
  await page.locator("input[type=file]").setInputFiles({
    name: "residents.csv",
    mimeType: "text/csv",
    buffer: boardsSheet("Oppgong B"),
  });
  const seen = page.getByRole("heading", { name: "What the file holds" });
  await seen.waitFor();
  await page.setViewportSize({ width: 1280, height: 1120 });
  // The page's bar stays on top.
  await seen.evaluate((heading) => scrollTo(0, heading.getBoundingClientRect().top - 110));
  await take(page, "import-preview");
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${manage}/log`);
  await page.getByText("Live", { exact: true }).waitFor();
  await page.getByRole("table").waitFor();
  await take(page, "live-log");
  await page.emulateMedia({ colorScheme: "dark" });
  await take(page, "live-log-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(product.doors(0));
  await hold(product, a, karisCard);
  await take(page, "doors-simulated");
  await ingrid.leave();
} finally {
  await stage.stop();
}
