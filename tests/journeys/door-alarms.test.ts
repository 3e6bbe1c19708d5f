import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { accessFaults } from "../support/page-axe.ts";
import { readOutbox } from "../support/page-outbox.ts";
import { openPerson, phone } from "../support/page-person.ts";
import { shareStage } from "../support/page-stage.ts";
import type { Product } from "../support/product.ts";
import { openHouse } from "./house.ts";
import type { House } from "./house.ts";
import { dialog, row } from "./manage.ts";

const alarm = (page: Page, text: RegExp) =>
  page.getByRole("main").getByRole("alert").filter({ hasText: text });

describe("a door's state and its alarms", () => {
  const sharing = shareStage();
  let product: Product;
  let browser: Browser;
  let house: House;
  before(async () => {
    ({ product, browser } = await sharing.start());
    house = await openHouse(product);
  });
  after(async () => await sharing.stop());

  /** At the door itself, on the simulator's page. */
  async function atDoor(page: Page, door: string, act: string) {
    const article = page.getByRole("article", { name: door });
    await article.getByRole("button", { name: act }).tap();
  }

  test("a door is forced: the chair sees it at once and gets word by e-mail, acknowledges with one tap, and sees it closed", async () => {
    const ingrid = await openPerson(browser, product, { ...phone, as: "ingrid" });
    const { page } = ingrid;
    await page.goto(`/manage/${house.organisation}`);
    await page.getByRole("heading", { name: "Dørene nå" }).waitFor();
    await page.getByRole("checkbox", { name: /^Send meg en e-post når en dør/ }).check();
    await page.getByText("Lagret", { exact: true }).waitFor();
    const wall = await openPerson(browser, product, phone);
    await wall.page.goto(product.doors(0));
    await atDoor(wall.page, "Oppgang A", "Bryt den opp");
    const rings = alarm(page, /Brutt opp: Oppgang A/);
    await rings.getByText("Døren står åpen.").waitFor();
    assert.deepEqual(await accessFaults(page), []);
    const { text, link } = await readOutbox(page, "ingrid.solheim@");
    assert.match(text, /Brutt opp: Oppgang A, Solhaug/);
    assert.match(
      link,
      new RegExp(`/manage/${house.organisation}/doors/${await house.doorId("Oppgang A")}$`),
    );
    await rings.getByRole("button", { name: "Kvitter: Oppgang A" }).tap();
    await rings.waitFor({ state: "detached" });
    const now = page.getByRole("main").getByRole("listitem").filter({ hasText: "Oppgang A" });
    await now.getByText("Brutt opp").waitFor();

    await now.getByRole("link", { name: "Oppgang A" }).tap();
    await page.getByRole("heading", { level: 1, name: "Oppgang A" }).waitFor();
    await row(page, "Brutt opp")
      .getByText(/^Ingrid /)
      .waitFor();
    await page.getByText(/sekund(er)? siden/).waitFor();
    await atDoor(wall.page, "Oppgang A", "Lukk den");
    await row(page, "Brutt opp").getByText("Står åpen").waitFor({ state: "detached" });
    await page.getByRole("main").getByText("Låst", { exact: true }).first().waitFor();
    assert.deepEqual(await accessFaults(page), []);
    await wall.leave();
    await ingrid.leave();
  });

  test("the chair says that a door has no contact: nobody says any more whether it stands open", async () => {
    const ingrid = await openPerson(browser, product, { as: "ingrid" });
    const { page } = ingrid;
    await page.goto(`/manage/${house.organisation}/doors/${await house.doorId("Oppgang C")}`);
    await page.getByText("Lukket", { exact: true }).first().waitFor();
    await page.getByRole("button", { name: "Endre", exact: true }).click();
    const asked = dialog(page, "Endre dør");
    await asked.getByLabel("Sekunder den kan stå åpen").waitFor();
    await asked.getByText("Døren har dørkontakt").click();
    await asked.getByRole("button", { name: "Lagre" }).click();
    await asked.waitFor({ state: "detached" });
    await page.getByText("Ikke kjent: ingen dørkontakt").waitFor();
    await ingrid.leave();
  });
});
