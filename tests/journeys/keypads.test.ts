import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { eventually } from "../support/eventually.ts";
import { accessFaults } from "../support/page-axe.ts";
import { openPerson, phone } from "../support/page-person.ts";
import { shareStage } from "../support/page-stage.ts";
import type { Product } from "../support/product.ts";
import { openHouse } from "./house.ts";
import type { House } from "./house.ts";
import { dialog } from "./manage.ts";

const digitsOf = (label: string | null) => (label ?? "").replaceAll(/\D/g, "");

describe("a keypad", () => {
  const sharing = shareStage();
  let product: Product;
  let browser: Browser;
  let house: House;
  before(async () => {
    ({ product, browser } = await sharing.start());
    house = await openHouse(product);
  });
  after(async () => await sharing.stop());

  /** Types at the door, past the cloud. */
  async function type(digits: string): Promise<string> {
    const door = await house.doorId("Oppgang A");
    const answer = await fetch(`${product.doors(0)}/doors/${door}/present`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ kind: "pin", number: digits }),
    });
    return ((await answer.json()) as { reason: string }).reason;
  }

  test("a resident gives the courier a code with one hand, sees that it was used, withdraws another, and has a third one stopped by the chair", async () => {
    const kari = await openPerson(browser, product, { ...phone, as: "kari" });
    const { page } = kari;
    await page.getByRole("link", { name: "Koder" }).tap();
    const give = async (name: string) => {
      await page.getByRole("main").getByRole("button", { name: "Gi en kode" }).tap();
      const form = dialog(page, "Gi en kode");
      await form.getByLabel("Til", { exact: true }).fill(name);
      assert.ok(await form.getByRole("checkbox").isChecked(), "there is one door to choose");
      await form.getByRole("button", { name: "Gi en kode" }).tap();
      const shown = dialog(page, `Koden til ${name}`);
      const number = digitsOf(await shown.getByRole("group").getAttribute("aria-label"));
      assert.deepEqual(await accessFaults(page), []);
      await shown.getByRole("button", { name: "Ferdig" }).tap();
      return number;
    };
    const number = await give("PostNord");
    await eventually("the door knows it", async () => (await type(number)) === "granted");
    // The door knows it is used up, until it has a list in which there is no such code.
    assert.match(await type(number), /^(code-used|pin-wrong)$/);
    await page.getByText("Brukt", { exact: true }).waitFor();
    await give("Rørlegger");
    await page.getByRole("button", { name: "Trekk tilbake koden til Rørlegger" }).tap();
    const asked = dialog(page, "Trekke tilbake koden til Rørlegger?");
    await asked.getByRole("button", { name: "Trekk tilbake" }).tap();
    await page.getByText("Trukket tilbake", { exact: true }).waitFor();
    assert.deepEqual(await accessFaults(page), []);

    // Whoever administers the door sees who has given a code for it, and stops it there.
    await give("Vaskehjelp");
    const chair = await openPerson(browser, product, { as: "ingrid" });
    await chair.page.goto(`/manage/${house.organisation}/doors/${await house.doorId("Oppgang A")}`);
    const stop = chair.page.getByRole("button", { name: /^Stopp koden fra Kari / });
    await stop.waitFor();
    assert.ok(!(await chair.page.getByRole("main").innerText()).includes("Vaskehjelp"));
    assert.deepEqual(await accessFaults(chair.page), []);
    await stop.click();
    await dialog(chair.page, /^Stoppe koden fra Kari .* ved denne døren\?$/)
      .getByRole("button", { name: "Stopp" })
      .click();
    await chair.page.getByText("Ingen har gitt noen en kode").waitFor();
    await chair.leave();
    await page.getByText("Trukket tilbake", { exact: true }).nth(1).waitFor();
    await kari.leave();
  });

  test("a resident gets a PIN; the one for duress opens too, and the overview says so first", async () => {
    const kari = await openPerson(browser, product, { ...phone, as: "kari", colorScheme: "dark" });
    const { page } = kari;
    await page.goto("/profile");
    await page.getByRole("button", { name: "Få en PIN" }).tap();
    const shown = dialog(page, "PIN-en din");
    const [pin, duress] = await Promise.all(
      [0, 1].map(async (at) =>
        digitsOf(await shown.getByRole("group").nth(at).getAttribute("aria-label")),
      ),
    );
    assert.deepEqual(await accessFaults(page), []);
    await shown.getByRole("button", { name: "Jeg har den" }).tap();
    await page.getByRole("button", { name: "Få en ny PIN" }).waitFor();
    await eventually("the door knows it", async () => (await type(pin!)) === "granted");
    for (let each = 0; each < 4; each += 1) assert.equal(await type("000000"), "pin-wrong");
    assert.equal(await type(duress!), "granted");
    for (let each = 0; each < 5; each += 1) await type("000000");

    const chair = await openPerson(browser, product, { as: "ingrid" });
    await chair.page.goto(`/manage/${house.organisation}`);
    const acknowledge = chair.page.getByRole("button", { name: "Kvitter: Oppgang A" });
    await chair.page.getByText("Noen gjetter PIN: Oppgang A").waitFor();
    const said = await chair.page.getByRole("main").innerText();
    assert.ok(said.indexOf("Tvang:") < said.indexOf("Noen gjetter PIN"));
    await acknowledge.first().click();
    await chair.page.getByText("Tvang: noen blir tvunget").waitFor({ state: "detached" });
    await acknowledge.click();
    await chair.page.getByText("Noen gjetter PIN: Oppgang A").waitFor({ state: "detached" });
    assert.deepEqual(await accessFaults(chair.page), []);

    // Their own log shows the passage as any other.
    await page.goto("/log");
    await page
      .getByText(/^PIN, /)
      .first()
      .waitFor();
    assert.ok(!(await page.getByRole("main").innerText()).includes("Tvang"));
    await kari.leave();
    await chair.leave();
  });
});
