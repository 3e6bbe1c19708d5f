import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { eventually } from "../support/eventually.ts";
import { readCode } from "../support/page-outbox.ts";
import { withPasskeys } from "../support/page-passkeys.ts";
import { openPerson, phone } from "../support/page-person.ts";
import { openHouse } from "./house.ts";
import { shareStage } from "../support/page-stage.ts";
import type { Stage } from "../support/page-stage.ts";
import type { Product } from "../support/product.ts";

const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

describe("My profile", () => {
  const sharing = shareStage();
  let stage: Stage;
  let product: Product;
  let browser: Browser;
  before(async () => {
    stage = await sharing.start();
    ({ product, browser } = stage);
  });
  after(async () => {
    await sharing.stop();
  });

  test("the name that the eID gave is not for changing; every access stands with its role", async () => {
    const person = await openPerson(browser, product, { as: "kari" });
    const { page } = person;
    await page.goto("/profile");
    const details = panel(page, "Opplysningene dine");
    await details.getByText("Gitt av eID-en din. Bare eID-en kan endre det.").waitFor();
    assert.equal(await details.getByRole("button", { name: "Rett navnet" }).count(), 0);
    const access = page.getByRole("table", { name: "Tilgangene dine" }).getByRole("row").nth(1);
    assert.match(await access.innerText(), /Oppgang A[\s\S]*Bruker[\s\S]*Alltid/);
    // Whose policy the log of the door is kept by, and the way to read it (C9).
    const policy = access.getByRole("link", { name: "bestemt av Solhaug borettslag" });
    assert.match((await policy.getAttribute("href")) ?? "", /^\/notices\/[\da-f-]{36}\?lang=nb$/);
    await person.leave();
  });

  test("another language: at once, everywhere, and in every browser one signs in with", async () => {
    const person = await openPerson(browser, product, { as: "per" });
    const { page } = person;
    await page.goto("/profile");
    await panel(page, "Opplysningene dine").getByRole("combobox").selectOption("sv");
    await page.getByRole("heading", { level: 1, name: "Min profil" }).waitFor();
    await page.getByRole("link", { name: "Mina dörrar" }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "sv");
    await page.reload();
    await page.getByRole("link", { name: "Mina dörrar" }).waitFor();
    await person.leave();
    const elsewhere = await openPerson(browser, product, { as: "per" });
    await elsewhere.page.getByRole("link", { name: "Mina dörrar" }).waitFor();
    await elsewhere.leave();
  });

  test("doors that stay unlocked for longer: one tap, and one to take it back; the chair sees it on the person's page", async () => {
    const kari = await openPerson(browser, product, { as: "kari", ...phone });
    await kari.page.goto("/profile");
    const mine = kari.page.getByLabel("Hold dørene ulåst lenger for meg");
    await mine.check();
    await kari.page.goto("/");
    await kari.page.getByRole("button", { name: "Åpne Oppgang A" }).click();
    await kari.page.getByText(/Låses om (1\d|20) s/).waitFor();
    const chair = await openPerson(browser, product, { as: "ingrid" });
    const house = await openHouse(product);
    await chair.page.goto(`/manage/${house.organisation}/people/${house.kari}`);
    await chair.page.getByText("Tilgang", { exact: true }).click();
    const hers = chair.page.getByLabel("Dørene er ulåst lenger for denne personen");
    await eventually("it is known", async () => await hers.isChecked());
    await hers.uncheck();
    await chair.leave();
    await kari.page.goto("/profile");
    await eventually("it is taken back", async () => !(await mine.isChecked()));
    await kari.leave();
  });

  test("a picture is put there, shown, and taken away", async () => {
    const person = await openPerson(browser, product, { as: "kari" });
    const { page } = person;
    await page.goto("/profile");
    const picture = panel(page, "Bilde");
    await picture.getByRole("button", { name: "Velg et bilde" }).waitFor();
    const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 320, height: 240 } });
    const file = { name: "meg.png", mimeType: "image/png", buffer };
    await picture.locator("input[type=file]").setInputFiles(file);
    const shown = picture.getByRole("img", { name: "Bildet ditt" });
    await shown.waitFor();
    await page.waitForFunction(() =>
      [...document.images].some(({ alt, naturalWidth }) => alt && naturalWidth > 0),
    );
    await picture.getByRole("button", { name: "Fjern bildet" }).click();
    await shown.waitFor({ state: "detached" });
    await person.leave();
  });

  test("a new telephone number counts once its code is entered", async () => {
    const person = await openPerson(browser, product, { as: "kari" });
    const { page } = person;
    await page.goto("/profile");
    const details = panel(page, "Opplysningene dine");
    await details.getByRole("button", { name: "Endre telefon" }).click();
    const dialog = page.getByRole("dialog", { name: "Endre telefon" });
    await dialog.getByLabel("Ny telefon").fill("400 00 777");
    await dialog.getByRole("button", { name: "Send kode" }).click();
    const field = dialog.getByLabel("Kode på 6 siffer");
    await field.waitFor();
    assert.equal(await details.getByText("777").count(), 0);
    await field.fill(await readCode(page, "+47 400 00 777"));
    await dialog.waitFor({ state: "detached" });
    await details.getByText("+47 400 00 777").waitFor();
    await person.leave();
  });

  test("a session ended from here is signed out there", async () => {
    const here = await openPerson(browser, product, { as: "amir" });
    const there = await openPerson(browser, product, { as: "amir" });
    await here.page.goto("/profile");
    const sessions = panel(here.page, "Her er du logget inn");
    await sessions.getByRole("listitem").nth(1).waitFor();
    assert.equal(await sessions.getByText("denne enheten").count(), 1);
    assert.equal(await sessions.getByText("Chrome på Linux").count(), 2);
    await sessions.getByRole("button", { name: /^Avslutt økten/ }).click();
    await here.page.getByText("Økten er avsluttet").waitFor();
    await sessions.getByRole("listitem").nth(1).waitFor({ state: "detached" });
    await there.page.getByRole("link", { name: "Min logg" }).click();
    await there.page.reload();
    await there.page.waitForURL(/\/sign-in/);
    await here.leave();
    await there.context.close();
  });

  test("a passkey: added, signed in with, and removed", async () => {
    const person = await openPerson(browser, product, { as: "lise" });
    const { page } = person;
    await withPasskeys(person.context, page);
    await page.goto("/profile");
    const passkeys = panel(page, "Passnøkler");
    await passkeys.getByRole("button", { name: "Legg til passnøkkel" }).click();
    const dialog = page.getByRole("dialog", { name: "Legg til passnøkkel" });
    await dialog.getByLabel("Navn på passnøkkelen").fill("Kontormaskinen");
    await dialog.getByRole("button", { name: "Legg til passnøkkel" }).click();
    await passkeys.getByRole("listitem").filter({ hasText: "Kontormaskinen" }).waitFor();

    await page.getByRole("button", { name: /^Logget inn som/ }).click();
    await page.getByRole("menuitem", { name: "Logg ut" }).click();
    await page.waitForURL("/sign-in");
    await page.getByRole("button", { name: "Passnøkkel" }).click();
    await page.waitForURL("/");
    await page.getByRole("button", { name: "Logget inn som Lise Bakkehaug" }).waitFor();

    await page.goto("/profile");
    await passkeys.getByRole("button", { name: "Fjern passnøkkelen Kontormaskinen" }).click();
    const sure = page.getByRole("dialog", { name: "Fjern passnøkkelen Kontormaskinen" });
    await sure.getByRole("button", { name: "Fjern", exact: true }).click();
    await passkeys.getByText("Du har ingen passnøkkel ennå.").waitFor();
    await person.leave();
  });

  test("visits are counted from the yes to the no, each one tap away; before it and after it nothing is kept", async () => {
    const person = await openPerson(browser, product, { ...phone });
    const { page, context } = person;
    const counted = page.waitForResponse((answer) => answer.url().endsWith("/page-views"));
    const keys = async () => {
      const { origins } = await context.storageState();
      return origins.flatMap(({ localStorage }) => localStorage.map(({ name }) => name));
    };
    await page.goto("/sign-in");
    const asked = panel(page, "Kan vi telle besøk?");
    const [no, yes] = [
      await asked.getByRole("button", { name: "Nei", exact: true }).boundingBox(),
      await asked.getByRole("button", { name: "Ja", exact: true }).boundingBox(),
    ];
    // The one is as near and as large as the other.
    assert.deepEqual([no?.y, no?.width, no?.height], [yes?.y, yes?.width, yes?.height]);
    assert.deepEqual(await keys(), []);
    assert.deepEqual(await context.cookies(), []);
    await asked.getByRole("button", { name: "Ja", exact: true }).click();
    assert.equal((await counted).status(), 204);
    await asked.waitFor({ state: "detached" });
    await eventually("it is noted when", async () => (await keys()).join() === "terskel.counted");
    await page.getByRole("button", { name: "Slutt å telle" }).click();
    await page.getByRole("button", { name: "Slutt å telle" }).waitFor({ state: "detached" });
    await eventually("nothing is kept", async () => (await keys()).length === 0);
    await page.getByRole("link", { name: "Dine valg" }).click();
    await page.getByText("Du har sagt nei.").waitFor();
    const record = page.getByRole("table", { name: "Det som er notert" }).getByRole("row");
    await record.nth(2).waitFor();
    assert.equal(await record.count(), 3);
    await person.leave();
  });

  test("a browser that sends Global Privacy Control is not asked, and is told why", async () => {
    const extraHTTPHeaders = { "Sec-GPC": "1" };
    const person = await openPerson(browser, product, { extraHTTPHeaders });
    const { page } = person;
    await page.goto("/choices");
    await page.getByText(/sender Global Privacy Control/).waitFor();
    assert.equal(await panel(page, "Kan vi telle besøk?").count(), 0);
    assert.equal(await page.getByRole("button", { name: "Ja", exact: true }).count(), 0);
    await person.leave();
  });

  test("on paper a page has its heading and its contents, and nothing to press", async () => {
    const person = await openPerson(browser, product, { as: "kari", ...phone });
    const { page } = person;
    await page.goto("/privacy");
    const heading = page.getByRole("heading", { level: 1 });
    await heading.waitFor();
    const pressed = page.locator("button:visible, nav:visible, footer:visible");
    assert.ok((await pressed.count()) > 0);
    await page.emulateMedia({ media: "print" });
    assert.equal(await pressed.count(), 0);
    assert.ok(await heading.isVisible());
    await person.leave();
  });
});
