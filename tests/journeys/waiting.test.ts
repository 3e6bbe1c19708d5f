import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openPerson } from "../support/page-person.ts";
import { shareStage } from "../support/page-stage.ts";
import type { Stage } from "../support/page-stage.ts";
import { openHouse } from "./house.ts";
import type { House } from "./house.ts";
import { boardsSheet, sheetName } from "./import.ts";

/** Not the address of the page itself, and with or without a query. */
const read = (path: string) => new RegExp(`/api/v1/[^?]*/${path}(\\?|$)`);

/** What the page asks for comes when `send` is called; until then it waits. */
async function hold(page: Page, asked: RegExp) {
  const { promise, resolve: send } = Promise.withResolvers<void>();
  await page.route(asked, async (route) => {
    await promise;
    await route.continue();
  });
  return send;
}

describe("a page whose contents have not come", () => {
  const sharing = shareStage();
  let stage: Stage;
  let house: House;
  let pages: { address: string; asked: RegExp; waits: string; comes: string }[];
  before(async () => {
    stage = await sharing.start();
    house = await openHouse(stage.product);
    const manage = `/manage/${house.organisation}`;
    pages = [
      {
        address: `${manage}/doors/${house.door}`,
        asked: read(`doors/${house.door}`),
        waits: "Dører",
        comes: "Oppgang A",
      },
      {
        address: `${manage}/groups/${house.board}`,
        asked: read("groups"),
        waits: "Grupper",
        comes: "Styret",
      },
      {
        address: `${manage}/import`,
        asked: read("sites"),
        waits: "Import",
        comes: "Import",
      },
    ];
  });
  after(async () => {
    await sharing.stop();
  });

  test("has one heading while it waits, and then its own", async () => {
    const person = await openPerson(stage.browser, stage.product, { as: "ingrid" });
    const { page } = person;
    const heading = (name: string) => page.getByRole("heading", { level: 1, name });
    for (const { address, asked, waits, comes } of pages) {
      const send = await hold(page, asked);
      await page.goto(address);
      await page.getByRole("status", { name: "Laster …" }).waitFor();
      await heading(waits).waitFor();
      assert.equal(await page.locator("h1").count(), 1, address);
      send();
      await heading(comes).waitFor();
      await page.unroute(asked);
    }
    await person.leave();
  });

  test("has its heading when they did not come, and tries again when asked to", async () => {
    const expected = [/^503 GET \/api\//];
    const person = await openPerson(stage.browser, stage.product, { as: "ingrid", expected });
    const { page } = person;
    for (const { address, asked, waits, comes } of pages) {
      await page.route(asked, (route) => route.fulfill({ status: 503 }));
      await page.goto(address);
      await page.getByRole("alert").waitFor();
      await page.getByRole("heading", { level: 1, name: waits }).waitFor();
      await page.unroute(asked);
      await page.getByRole("button", { name: "Prøv igjen" }).click();
      await page.getByRole("heading", { level: 1, name: comes }).waitFor();
    }
    await person.leave();
  });

  test("takes no spreadsheet before it knows which site it is for", async () => {
    const person = await openPerson(stage.browser, stage.product, { as: "ingrid" });
    const { page } = person;
    const send = await hold(page, read("sites"));
    await page.goto(`/manage/${house.organisation}/import`);
    const file = { name: sheetName, mimeType: "text/csv", buffer: boardsSheet("Oppgang B") };
    const chosen = page.locator("input[type=file]").setInputFiles(file);
    // Whoever is quicker than the server: the file is there before the sites are.
    await sleep(500);
    send();
    await chosen;
    await page.getByRole("heading", { name: "Det den vil endre" }).waitFor();
    await person.leave();
  });
});
