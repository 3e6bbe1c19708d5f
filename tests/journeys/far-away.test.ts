import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { changeGrant, grants } from "@terskel/access/api/grants";
import { changeSite, sites } from "@terskel/access/api/places";
import { openPerson } from "../support/page-person.ts";
import { shareStage } from "../support/page-stage.ts";
import type { Stage } from "../support/page-stage.ts";
import { openHouse } from "./house.ts";
import { dialog, goTo, pick, row } from "./manage.ts";

describe("a door in another zone than its reader's", () => {
  const sharing = shareStage();
  let stage: Stage;
  before(async () => {
    stage = await sharing.start();
  });
  after(async () => {
    await sharing.stop();
  });

  test("has its times read and written as they are there", async () => {
    const { browser, product } = stage;
    const { chair, organisation } = await openHouse(product);
    const { items: places } = await chair.call(sites, { params: { organisation } });
    const site = places[0]?.id ?? "";
    const helsinki = { timeZone: "Europe/Helsinki" };
    await chair.call(changeSite, { params: { organisation, site }, body: helsinki });
    const person = await openPerson(browser, product, { as: "ingrid" });
    const { page } = person;
    await goTo(page, "Tilganger");
    await page.getByRole("button", { name: "Gi tilgang" }).click();
    const give = dialog(page, "Gi tilgang");
    await give.getByRole("combobox", { name: "Person" }).fill("Kari Nord");
    await page.getByRole("option", { name: /^Kari Nordlie/ }).click();
    await pick(page, "Dør", /^Oppgang B/);
    await give.getByText("lokal tid i Helsinki").first().waitFor();
    await give.getByRole("button", { name: "Til", exact: true }).click();
    await page.getByRole("button", { name: "Neste måned" }).click();
    await page.getByRole("button", { name: /^15 / }).click();
    await page.getByRole("button", { name: "Bruk dette tidspunktet" }).click();
    await give.getByRole("button", { name: "Gi tilgang" }).click();
    const given = row(page, "12:00 (Helsinki)");
    await given.waitFor();
    const { items } = await chair.call(grants, { params: { organisation } });
    const { id: grant = "", validUntil = "" } = items[0] ?? {};
    assert.match(validUntil, /T(09|10):00:00.000Z$/);

    // Another day leaves the time as it is.
    const body = { validUntil: validUntil.replace(":00:00", ":51:00") };
    await chair.call(changeGrant, { params: { organisation, grant }, body });
    await page.reload();
    await row(page, "12:51 (Helsinki)").getByRole("button").click();
    await page.getByRole("menuitem", { name: "Endre" }).click();
    await dialog(page, "Endre tilgang").getByRole("button", { name: "Til", exact: true }).click();
    await page.getByRole("button", { name: /^16 / }).click();
    await page.getByRole("button", { name: "Bruk dette tidspunktet" }).click();
    await dialog(page, "Endre tilgang").getByRole("button", { name: "Lagre" }).click();
    await row(page, "12:51 (Helsinki)")
      .getByText(/^Til 16\./)
      .waitFor();
    await person.leave();
  });
});
