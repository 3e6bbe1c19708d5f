import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { accessFaults } from "../support/page-axe.ts";
import { openPerson, phone } from "../support/page-person.ts";
import { shareStage } from "../support/page-stage.ts";
import type { Product } from "../support/product.ts";
import { openHouse } from "./house.ts";
import type { House } from "./house.ts";
import { dialog, goTo, pick, row } from "./manage.ts";

/** The 15th of next month or the last at noon, in a calendar that opens at this month. */
async function choose15th(
  page: Page,
  title: string,
  field: "Fra" | "Til",
  month: "Neste" | "Forrige",
) {
  await dialog(page, title).getByRole("button", { name: field, exact: true }).click();
  await page.getByRole("button", { name: `${month} måned` }).click();
  await page.getByRole("button", { name: /^15 / }).click();
  await page.getByRole("button", { name: "Bruk dette tidspunktet" }).click();
}

async function chooseTenant(page: Page, title: string, name: string) {
  await dialog(page, title).getByRole("combobox", { name: "Leietakere" }).fill(name);
  await page.getByRole("option", { name: new RegExp(`^${name}`) }).click();
  await dialog(page, title).getByRole("listitem").filter({ hasText: name }).waitFor();
}

describe("door groups and leases", () => {
  const sharing = shareStage();
  let product: Product;
  let browser: Browser;
  let house: House;
  before(async () => {
    ({ product, browser } = await sharing.start());
    house = await openHouse(product);
  });
  after(async () => await sharing.stop());

  test("the chair gives doors by the group: a person may open each of them, and one that joins later", async () => {
    const ingrid = await openPerson(browser, product, { as: "ingrid" });
    const { page } = ingrid;
    await goTo(page, "Dørgrupper");
    await page.getByRole("button", { name: "Legg til dørgruppe" }).click();
    await dialog(page, "Legg til dørgruppe").getByLabel("Navn").fill("Baksiden");
    await dialog(page, "Legg til dørgruppe")
      .getByRole("button", { name: "Legg til dørgruppe" })
      .click();
    await page.getByRole("link", { name: "Baksiden" }).click();
    await page.getByText("Ingen dører i gruppen ennå").waitFor();

    await page.getByRole("button", { name: "Gi tilgang" }).click();
    const giving = dialog(page, "Gi tilgang");
    await giving.getByRole("combobox", { name: "Person" }).fill("Kari Nord");
    await page.getByRole("option", { name: /^Kari Nordlie/ }).click();
    await giving.getByRole("button", { name: "Gi tilgang" }).click();
    await row(page, "Kari Nordlie").waitFor();

    for (const [door, told] of [
      ["Oppgang B", /^1 person har tilgang til gruppen/],
      ["Oppgang C", /^1 person har tilgang til gruppen/],
    ] as const) {
      await page.getByRole("button", { name: "Legg til dør" }).click();
      await pick(page, "Dør", new RegExp(`^${door}`));
      await dialog(page, "Legg til dør").getByText(told).waitFor();
      await dialog(page, "Legg til dør").getByRole("button", { name: "Legg til dør" }).click();
      await dialog(page, "Legg til dør").waitFor({ state: "detached" });
      await row(page, door).waitFor();
    }
    assert.deepEqual(await accessFaults(page), []);
    const kari = await openPerson(browser, product, { ...phone, as: "kari" });
    await kari.page.getByRole("button", { name: "Åpne Oppgang C" }).waitFor();
    await page.getByRole("button", { name: "Ta ut Oppgang C" }).click();
    await dialog(page, "Ta ut Oppgang C").getByRole("button", { name: "Ta ut" }).click();
    await row(page, "Oppgang C").waitFor({ state: "detached" });
    await kari.page.reload();
    await kari.page.getByRole("button", { name: "Åpne Oppgang B" }).waitFor();
    assert.equal(await kari.page.getByRole("button", { name: "Åpne Oppgang C" }).count(), 0);
    await kari.leave();
    await ingrid.leave();
  });

  test("the chair lets a flat on a phone to one and then to another, and sees when the doors change hands", async () => {
    const expected = [/^409 PUT .*\/leases\//];
    const ingrid = await openPerson(browser, product, { ...phone, as: "ingrid", expected });
    const { page } = ingrid;
    await page.goto(`/manage/${house.organisation}/units`);
    await page.getByRole("button", { name: "Handlinger for B-H0101" }).tap();
    await page.getByRole("menuitem", { name: "Lei ut" }).tap();
    const title = "Lei ut B-H0101";
    await chooseTenant(page, title, "Kari Nordlie");
    await choose15th(page, title, "Fra", "Forrige");
    await choose15th(page, title, "Til", "Neste");
    await dialog(page, title).getByRole("button", { name: "Lei ut" }).tap();
    await row(page, "B-H0101")
      .getByText(/Kari Nordlie/)
      .waitFor();

    await page.getByRole("link", { name: "B-H0101" }).tap();
    await page.getByRole("button", { name: "Lei ut" }).tap();
    await chooseTenant(page, title, "Per");
    await dialog(page, title).getByRole("button", { name: "Lei ut" }).tap();
    await page.getByText(/^15\. .* 12:00 går dørene fra Kari Nordlie til Per .*\.$/).waitFor();
    assert.deepEqual(await accessFaults(page), []);

    await page.getByRole("button", { name: "Lei ut" }).tap();
    await chooseTenant(page, title, "Ingrid");
    await choose15th(page, title, "Fra", "Neste");
    await dialog(page, title)
      .getByRole("status")
      .getByText(/^Per .* leier da: Fra 15\. /)
      .waitFor();
    await dialog(page, title).getByRole("button", { name: "Lei ut" }).tap();
    await dialog(page, title)
      .getByText(/^Enheten er leid ut i en del av denne tiden/)
      .waitFor();
    await dialog(page, title).getByRole("button", { name: "Avbryt" }).tap();

    const kari = await openPerson(browser, product, { as: "kari" });
    await kari.page.goto("/profile");
    const access = row(kari.page, "Oppgang B").filter({ hasText: "som leietaker i B-H0101" });
    await access.getByText(/til 15\. .*12:00/).waitFor();
    await kari.leave();

    await page.getByRole("button", { name: /^Handlinger for leieforholdet til Per/ }).tap();
    await page.getByRole("menuitem", { name: "Avlys" }).tap();
    await page.getByRole("dialog").getByRole("button", { name: "Avlys leieforholdet" }).tap();
    await page.getByText(/stenges dørene for Kari Nordlie\.$/).waitFor();
    await ingrid.leave();
  });
});
