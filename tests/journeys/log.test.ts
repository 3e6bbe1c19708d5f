import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { openDoor } from "@terskel/access/api/passages";
import type { Page } from "playwright-core";
import { Client } from "../support/client.ts";
import { accessFaults } from "../support/page-axe.ts";
import { openPerson, phone } from "../support/page-person.ts";
import { shareStage } from "../support/page-stage.ts";
import type { Stage } from "../support/page-stage.ts";
import { openHouse } from "./house.ts";
import type { House } from "./house.ts";
import { dialog, goTo, row } from "./manage.ts";

describe("whoever administers doors, in their log", () => {
  const sharing = shareStage();
  let stage: Stage;
  let house: House;
  before(async () => {
    stage = await sharing.start();
    house = await openHouse(stage.product);
    for (const client of [await new Client(stage.product.url).signIn("kari"), house.chair])
      await open(client);
  });
  after(async () => await sharing.stop());

  const open = async (client: Client) => {
    const door = await house.doorId("Oppgang A");
    const params = { organisation: house.organisation, door };
    await client.call(openDoor, { params, body: { request: crypto.randomUUID() } });
  };
  const chosen = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
  const filter = (page: Page, name: string) =>
    page.getByRole("main").getByRole("combobox", { name, exact: true });

  test("the chair finds one person's passages, goes back, and hands them on to somebody", async () => {
    const expected = [/^422 POST .*\/passages\/export$/];
    const person = await openPerson(stage.browser, stage.product, { as: "ingrid", expected });
    const { page } = person;
    await goTo(page, "Logg");
    await row(page, "Ingrid Solheim").first().waitFor();
    await filter(page, "Person").fill("Kari Nord");
    await page.getByRole("option", { name: /^Kari Nordlie/ }).click();
    await row(page, "Ingrid Solheim").first().waitFor({ state: "detached" });
    await row(page, "Kari Nordlie").first().waitFor();
    assert.deepEqual(chosen(page), { person: house.kari });
    await filter(page, "Utfall").click();
    await page.getByRole("option", { name: "Tapt" }).click();
    await page.getByText("Ingen passeringer passer").waitFor();
    assert.deepEqual(await accessFaults(page), []);
    await page.goBack();
    await row(page, "Kari Nordlie").first().waitFor();
    assert.deepEqual(chosen(page), { person: house.kari });

    await page.getByRole("button", { name: "Last ned som CSV" }).click();
    const asks = dialog(page, "Last ned som CSV");
    await asks.getByText(/^Filen får \d+ passering/).waitFor();
    assert.deepEqual(await accessFaults(page), []);
    const submit = asks.getByRole("button", { name: "Last ned", exact: true });
    await submit.click();
    await asks.getByText("Fyll ut feltet.").first().waitFor();
    await asks
      .getByLabel("Hvorfor mottakeren kan få opplysningene")
      .fill("Etterforskning, strpl. § 210");
    await asks.getByLabel("Hvem får filen?").fill("01819099940");
    await submit.click();
    await asks.getByText(/^Dette ligner et fødselsnummer/).waitFor();
    await asks.getByLabel("Hvem får filen?").fill("Politiet, sak 1234");
    const [download] = await Promise.all([page.waitForEvent("download"), submit.click()]);
    assert.match(download.suggestedFilename(), /^logg-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
    const csv = readFileSync(await download.path(), "utf8");
    assert.match(csv, /^\uFEFFTid;.*\r\n.*;Kari Nordlie;/);
    assert.ok(!csv.includes("Ingrid Solheim"));
    await asks.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Fjern filtrene" }).click();
    await row(page, "Ingrid Solheim").first().waitFor();
    assert.deepEqual(chosen(page), {});
    await person.leave();

    const kari = await openPerson(stage.browser, stage.product, { as: "kari" });
    await kari.page.goto("/privacy");
    await row(kari.page, "Politiet, sak 1234")
      .getByText(/^Gi videre en fil fra en dørs logg/)
      .waitFor();
    await kari.leave();
  });

  test("on a phone the filters are folded, a shared address has them, and what is past is said to be", async () => {
    const person = await openPerson(stage.browser, stage.product, { ...phone, as: "ingrid" });
    const { page } = person;
    const day = "2026-01-02";
    await page.goto(`/manage/${house.organisation}/log?from=${day}&to=${day}&outcome=refused`);
    await page.getByText("En periode som er over").waitFor();
    assert.equal(await page.getByRole("button", { name: "Pause" }).count(), 0);
    assert.equal(await filter(page, "Utfall").isVisible(), false);
    await page.getByRole("button", { name: "Filtre (3)" }).tap();
    assert.equal(await filter(page, "Utfall").inputValue(), "Avvist");
    assert.deepEqual(await accessFaults(page), []);
    await page.getByRole("button", { name: "Fjern filtrene" }).first().tap();
    await page.getByText("Direkte", { exact: true }).waitFor();
    await row(page, "Kari Nordlie").first().waitFor();
    await person.leave();
  });

  test("what happens now comes in while it fits the filters, and not else", async () => {
    const person = await openPerson(stage.browser, stage.product, { as: "ingrid" });
    const { page } = person;
    const follow = async (outcome: string) => {
      await page.goto(`/manage/${house.organisation}/log?outcome=${outcome}`);
      await page.getByText("Direkte", { exact: true }).waitFor();
      await page.getByRole("main").getByRole("table").or(page.getByText("Ingen pass")).waitFor();
    };
    await follow("opened");
    const opened = row(page, "Ingrid Solheim");
    const count = await opened.count();
    await open(house.chair);
    await opened.nth(count).waitFor();
    await follow("unanswered");
    const rows = await page.getByRole("row").count();
    await open(house.chair);
    // Another page has it by then.
    const log = await openPerson(stage.browser, stage.product, { as: "ingrid" });
    await log.page.goto(`/manage/${house.organisation}/log?outcome=opened`);
    await row(log.page, "Ingrid Solheim")
      .nth(count + 1)
      .waitFor();
    await log.leave();
    assert.equal(await page.getByRole("row").count(), rows);
    await person.leave();
  });
});
