import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { addSchedule } from "@terskel/access/api/schedules";
import { Client } from "../support/client.ts";
import { eventually } from "../support/eventually.ts";
import { accessFaults } from "../support/page-axe.ts";
import { openPerson, phone } from "../support/page-person.ts";
import { shareStage } from "../support/page-stage.ts";
import type { Product } from "../support/product.ts";
import { openHouse } from "./house.ts";
import type { House } from "./house.ts";
import { dialog, goTo, row } from "./manage.ts";

const card = (page: Page, door: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: door });

describe("a door that stands unlocked by a schedule", () => {
  const sharing = shareStage();
  let product: Product;
  let browser: Browser;
  let house: House;
  before(async () => {
    ({ product, browser } = await sharing.start());
    house = await openHouse(product);
    const chair = await new Client(product.url).signIn("ingrid");
    // At any hour, so that it is the same whenever this runs.
    const week = Array.from({ length: 7 }, (): [string, string][] => [["00:00", "24:00"]]);
    const params = { organisation: house.organisation };
    await chair.call(addSchedule, { params, body: { name: "Butikken", week } });
  });
  after(async () => await sharing.stop());

  const lockOf = async (name: string) => {
    const answer = await fetch(`${product.doors(0)}/doors`);
    const { doors } = (await answer.json()) as { doors: { name: string; lock: string }[] };
    return doors.find((door) => door.name === name)?.lock;
  };
  const stands = async (name: string, lock: string) =>
    await eventually(`${name} is ${lock}`, async () => (await lockOf(name)) === lock);

  test("the chair chooses it, a resident sees it, and one tap keeps the door locked today and one undoes it", async () => {
    const ingrid = await openPerson(browser, product, { ...phone, as: "ingrid" });
    const kari = await openPerson(browser, product, { ...phone, as: "kari" });
    const { page } = ingrid;
    await page.goto(`/manage/${house.organisation}/doors`);
    await page.getByRole("link", { name: "Oppgang A" }).tap();
    await page.getByRole("button", { name: "Endre" }).tap();
    const form = dialog(page, "Endre dør");
    await form.getByLabel("Ulåst etter tidsplan").first().tap();
    await page.getByRole("option", { name: "Butikken" }).tap();
    await form.getByText("Å åpne fra portalen teller ikke.").waitFor();
    assert.deepEqual(await accessFaults(page), []);
    await form.getByRole("button", { name: "Lagre" }).tap();
    await stands("Oppgang A", "unlocked");
    await page.getByText("Ulåst etter tidsplan").first().waitFor();
    await kari.page.reload();
    await card(kari.page, "Oppgang A").getByText("Ulåst etter tidsplan").waitFor();

    await page.getByRole("button", { name: "Hold låst i dag" }).tap();
    await page.getByText(/^Holdes låst til /).waitFor();
    await stands("Oppgang A", "locked");
    await card(kari.page, "Oppgang A").getByText("Trykk for å åpne").waitFor();
    assert.deepEqual(await accessFaults(page), []);
    await page.getByRole("button", { name: "Følg tidsplanen igjen" }).tap();
    await stands("Oppgang A", "unlocked");
    await card(kari.page, "Oppgang A").getByText("Ulåst etter tidsplan").waitFor();
    await kari.leave();
    await ingrid.leave();
  });

  test("with the first person it waits, and the list of doors says so", async () => {
    const ingrid = await openPerson(browser, product, { as: "ingrid" });
    const { page } = ingrid;
    await goTo(page, "Dører");
    await page.getByRole("button", { name: "Handlinger for Oppgang B" }).click();
    await page.getByRole("menuitem", { name: "Endre" }).click();
    const form = dialog(page, "Endre dør");
    await form.getByLabel("Ulåst etter tidsplan").first().click();
    await page.getByRole("option", { name: "Butikken" }).click();
    await form.getByLabel("Vent på den første").check();
    await form.getByRole("button", { name: "Lagre" }).click();
    await row(page, "Oppgang B").getByText("Venter på den første").waitFor();
    assert.equal(await lockOf("Oppgang B"), "locked");
    await ingrid.leave();
  });
});
