import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { accessFaults } from "../support/page-axe.ts";
import { openPerson, phone } from "../support/page-person.ts";
import { shareStage } from "../support/page-stage.ts";
import type { Product } from "../support/product.ts";
import { dialog, goTo, row } from "./manage.ts";

const card = (page: Page, door: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: door });

describe("what a door asks besides an access", () => {
  const sharing = shareStage();
  let product: Product;
  let browser: Browser;
  before(async () => {
    ({ product, browser } = await sharing.start());
  });
  after(async () => await sharing.stop());

  const editDoor = async (page: Page, door: string) => {
    await goTo(page, "Dører");
    await page.getByRole("button", { name: `Handlinger for ${door}` }).click();
    await page.getByRole("menuitem", { name: "Endre" }).click();
    return dialog(page, "Endre dør");
  };

  test("the chair makes an area and an airlock, and is told what a door lacks for them", async () => {
    const expected = [/^409 PATCH /];
    const ingrid = await openPerson(browser, product, { as: "ingrid", expected });
    const { page } = ingrid;
    await goTo(page, "Områder og sluser");
    await page.getByText("Ingen områder ennå").waitFor();
    await page.getByRole("button", { name: "Legg til område" }).click();
    const area = dialog(page, "Legg til område");
    await area.getByLabel("Navn").fill("Lageret");
    await area.getByLabel("Den som er inne og kommer inn igjen").selectOption("hard");
    assert.deepEqual(await accessFaults(page), []);
    await area.getByRole("button", { name: "Legg til område" }).click();
    await row(page, "Lageret").getByText("Avvises").waitFor();
    await page.getByRole("button", { name: "Legg til sluse" }).click();
    await dialog(page, "Legg til sluse").getByLabel("Navn").fill("Inngangen");
    await dialog(page, "Legg til sluse").getByRole("button", { name: "Legg til sluse" }).click();
    await row(page, "Inngangen").waitFor();

    const form = await editDoor(page, "Oppgang A");
    await form.getByLabel("Fører inn til").first().click();
    await page.getByRole("option", { name: "Lageret" }).click();
    await form.getByRole("button", { name: "Lagre" }).click();
    await form.getByText("må alle dørene til området ha leser inne også").waitFor();
    await form.getByLabel("Leser inne også").check();
    await form.getByRole("button", { name: "Lagre" }).click();
    await form.waitFor({ state: "detached" });
    await page.getByRole("link", { name: "Oppgang A" }).click();
    await page.getByText("Ute og inne").waitFor();
    await page.getByText("Lageret").waitFor();
    assert.deepEqual(await accessFaults(page), []);

    await goTo(page, "Områder og sluser");
    await row(page, "Lageret").getByText("Oppgang A").waitFor();
    await page.getByRole("button", { name: "Nullstill Lageret" }).click();
    const reset = dialog(page, "Nullstill Lageret");
    assert.deepEqual(await accessFaults(page), []);
    await reset.getByRole("button", { name: "Nullstill", exact: true }).click();
    await page.getByText("Nullstilt.").waitFor();
    await ingrid.leave();
  });

  test("a door for two says so to a resident, who cannot open it from the phone", async () => {
    const ingrid = await openPerson(browser, product, { as: "ingrid" });
    const form = await editDoor(ingrid.page, "Oppgang A");
    await form.getByLabel("To personer sammen").check();
    await form.getByRole("button", { name: "Lagre" }).click();
    await form.waitFor({ state: "detached" });
    await ingrid.leave();
    const kari = await openPerson(browser, product, { ...phone, as: "kari" });
    const button = kari.page.getByRole("button", { name: "Åpne Oppgang A" });
    await card(kari.page, "Oppgang A").getByText("Åpnes av to sammen, ved leseren").waitFor();
    assert.equal(await button.getAttribute("aria-disabled"), "true");
    assert.deepEqual(await accessFaults(kari.page), []);
    await kari.leave();
  });
});
