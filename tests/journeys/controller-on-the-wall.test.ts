import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { eventually } from "../support/eventually.ts";
import { openPerson, phone } from "../support/page-person.ts";
import { shareStage } from "../support/page-stage.ts";
import type { Stage } from "../support/page-stage.ts";
import type { Product } from "../support/product.ts";
import { openHouse } from "./house.ts";
import type { House } from "./house.ts";

describe("a controller that hangs on its wall already", () => {
  const sharing = shareStage();
  let stage: Stage;
  let product: Product;
  let browser: Browser;
  let house: House;
  before(async () => {
    stage = await sharing.start();
    ({ product, browser } = stage);
    house = await openHouse(product);
  });
  after(async () => {
    await sharing.stop();
  });

  test("gets a door that is added, renames it and lets it go, with the enrolment it has", async () => {
    const chair = await openPerson(browser, product, { as: "ingrid" });
    const { page } = chair;
    const wall = await page.context().newPage();
    await wall.goto(product.doors(0));
    await wall.getByRole("article", { name: "Oppgang A" }).waitFor();

    await page.bringToFront();
    await page.goto(`/manage/${house.organisation}/doors`);
    await page.getByRole("button", { name: "Legg til dør" }).click();
    const form = page.getByRole("dialog", { name: "Legg til dør" });
    await form.getByLabel("Navn").fill("Sykkelboden");
    await form.getByLabel("Dørsentral").selectOption("Sentral i kjelleren");
    await form.getByRole("button", { name: "Legg til dør" }).click();
    await form.waitFor({ state: "detached" });
    const added = wall.getByRole("article", { name: "Sykkelboden" });
    await added.getByText("Låst", { exact: true }).waitFor();
    assert.match(await added.innerText(), /Låsutgang 4/);

    await house.give("Sykkelboden", house.kari);
    const resident = await openPerson(browser, product, { ...phone, as: "kari" });
    await resident.page.getByRole("button", { name: "Åpne Sykkelboden" }).tap();
    await resident.page.getByText("Åpnet", { exact: true }).waitFor();
    assert.equal(await house.unlockCount("Sykkelboden"), 1);
    await resident.leave();

    const actions = page.getByRole("button", { name: "Handlinger for Sykkelboden" });
    await actions.click();
    await page.getByRole("menuitem", { name: "Endre" }).click();
    const change = page.getByRole("dialog", { name: "Endre dør" });
    await change.getByLabel("Navn").fill("Vognrommet");
    await change.getByRole("button", { name: "Lagre" }).click();
    await wall.getByRole("article", { name: "Vognrommet" }).waitFor();
    assert.equal(await added.count(), 0);

    await page.getByRole("button", { name: "Handlinger for Vognrommet" }).click();
    await page.getByRole("menuitem", { name: "Fjern" }).click();
    await page.getByRole("button", { name: "Fjern døren" }).click();
    await wall.getByRole("article", { name: "Vognrommet" }).waitFor({ state: "detached" });
    assert.equal(await wall.getByRole("article").count(), 3);
    await chair.leave();
  });

  test("refuses a card that its holder says is lost, and takes it again when it is found", async () => {
    const kari = await openPerson(browser, product, { ...phone, as: "kari" });
    const wall = await kari.context.newPage();
    await wall.goto(product.doors(0));
    const entrance = wall.getByRole("article", { name: "Oppgang A" });
    const card = entrance.getByRole("button", { name: /^Kari Nordlie/ });
    await card.click();
    await entrance.getByText("Åpnet: tilgang gitt").waitFor();

    await kari.page.bringToFront();
    await kari.page.getByRole("link", { name: "Profil" }).tap();
    const cards = kari.page.getByRole("region", { name: "Kortene og brikkene dine" });
    await cards.getByText("I bruk").waitFor();
    await cards.getByRole("button", { name: /^Jeg har mistet kortet/ }).tap();
    const sure = kari.page.getByRole("dialog", { name: /^Har du mistet / });
    await sure.getByRole("button", { name: "Sperr" }).tap();
    await cards.getByText(/^Sperret siden .*\. Dørsentralen vet det\.$/).waitFor();
    assert.equal(await cards.getByRole("button").count(), 0);

    await wall.bringToFront();
    await card.click();
    await entrance.getByText("Avvist: ukjent kort").waitFor();

    const chair = await openPerson(browser, product, { as: "ingrid" });
    const { page } = chair;
    await page.goto(`/manage/${house.organisation}/log`);
    const refused = page.getByRole("row").filter({ hasText: "ukjent eller sperret kort" }).first();
    await refused.waitFor();
    // Whoever finds a card is not logged as who lost it.
    assert.match(await refused.innerText(), /Oppgang A[\s\S]*Kort[\s\S]*Avvist/);
    assert.doesNotMatch(await refused.innerText(), /Kari/);
    await page.goto(`/manage/${house.organisation}/people/${house.kari}?for=access`);
    const row = page.getByRole("row").filter({ hasText: "Sperret" });
    await row.getByRole("button", { name: /^Handlinger for/ }).click();
    await page.getByRole("menuitem", { name: "Er funnet igjen" }).click();
    await page.getByRole("button", { name: "Opphev sperren" }).click();
    await row.waitFor({ state: "detached" });
    await chair.leave();

    await wall.bringToFront();
    const opened = async () => {
      await card.click();
      return await entrance.getByText("Åpnet: tilgang gitt").isVisible();
    };
    await eventually("the card opens again", opened, 30_000);
    await kari.leave();
  });

  test("refuses the card of a person who is removed, and the portal shows her no door", async () => {
    const expected = [/^404 /];
    const chair = await openPerson(browser, product, { as: "ingrid", expected });
    const kari = await openPerson(browser, product, { ...phone, as: "kari", expected });
    await kari.page.getByRole("button", { name: "Åpne Oppgang A" }).waitFor();
    const wall = await chair.page.context().newPage();
    await wall.goto(product.doors(0));
    const entrance = wall.getByRole("article", { name: "Oppgang A" });
    const card = entrance.getByRole("button", { name: /^Kari Nordlie/ });
    await card.click();
    await entrance.getByText("Åpnet: tilgang gitt").waitFor();

    const { page } = chair;
    await page.bringToFront();
    await page.goto(`/manage/${house.organisation}/people/${house.kari}?for=details`);
    await page.getByRole("button", { name: "Fjern personen" }).click();
    const sure = page.getByRole("dialog", { name: "Fjerne Kari Nordlie?" });
    await sure.getByRole("button", { name: "Fjern personen" }).click();
    await page.waitForURL(/\/people$/);
    // A page behind another one hardly draws, and a click waits for it to.
    await wall.bringToFront();
    const refused = async () => {
      await card.click();
      return await entrance.getByText("Avvist: ukjent kort").isVisible();
    };
    await eventually("the card is refused", refused, 30_000);
    await kari.page.reload();
    await kari.page.getByText("Ingen dører ennå").waitFor();
    await kari.leave();
    await chair.leave();
  });
});
