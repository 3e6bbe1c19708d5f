import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { accessFaults } from "../support/page-axe.ts";
import { withPasskeys } from "../support/page-passkeys.ts";
import { openPerson, phone } from "../support/page-person.ts";
import { shareStage } from "../support/page-stage.ts";
import type { Stage } from "../support/page-stage.ts";

const refused =
  /^(403 POST \/api\/v1\/organisations\/.*\/(open|me\/pass)|409 POST \/api\/v1\/me\/proof\/.*)$/;

describe("a door that asks who opens it", () => {
  const sharing = shareStage();
  let stage: Stage;
  before(async () => {
    stage = await sharing.start();
  });
  after(async () => await sharing.stop());

  const tap = async (page: Page) => await page.getByRole("button", { name: "Åpne Arkiv" }).click();
  const asked = (page: Page) => page.getByRole("dialog", { name: "Er det deg?" });
  const opened = async (page: Page) =>
    await page.getByText(/Låses om \d+ s/).waitFor({ timeout: 10_000 });

  test("opens by an eID that asks anew, and says what to do without a passkey", async () => {
    const lise = await openPerson(stage.browser, stage.product, {
      ...phone,
      as: "lise",
      expected: [refused],
    });
    const { page } = lise;
    // The pass would open it at the reader.
    await page.goto("/pass");
    await asked(page).waitFor();
    await asked(page).getByRole("button", { name: "Lukk" }).click();
    await page.getByText("Bekreft først med passnøkkel eller eID at det er deg.").waitFor();
    await page.goto("/");
    await page.getByText("Trykk for å åpne, og vis at det er deg").waitFor();
    await tap(page);
    assert.deepEqual(await accessFaults(page), []);
    await asked(page).getByRole("button", { name: "Bruk passnøkkel" }).click();
    await asked(page).getByText("Du har ingen passnøkkel.").waitFor();
    await asked(page).getByRole("button", { name: "Bruk eID" }).click();
    await page.getByRole("heading", { name: "Test-eID" }).waitFor();
    // Whoever changes their mind there is back at the doors, and signed in.
    await page.getByRole("button", { name: "Avbryt" }).click();
    await page.getByText("Innloggingen med eID ble avbrutt.").waitFor();
    await page.waitForURL("/");
    await tap(page);
    await asked(page).getByRole("button", { name: "Bruk eID" }).click();
    await page.getByRole("button", { name: /^Lise/ }).click();
    await page.waitForURL("/");
    await tap(page);
    await opened(page);
    await page.goto("/pass");
    await page.getByRole("img", { name: /telefonpass/i }).waitFor();
    await lise.leave();
  });

  test("opens by a passkey where one stands, once it is touched", async () => {
    const lise = await openPerson(stage.browser, stage.product, {
      as: "lise",
      expected: [refused],
    });
    const { page } = lise;
    await withPasskeys(lise.context, page);
    await page.goto("/profile");
    await page.getByRole("button", { name: "Legg til passnøkkel" }).click();
    const form = page.getByRole("dialog", { name: "Legg til passnøkkel" });
    await form.getByLabel("Navn på passnøkkelen").fill("Telefonen");
    await form.getByRole("button", { name: "Legg til passnøkkel" }).click();
    await form.waitFor({ state: "detached" });
    await page.goto("/");
    await tap(page);
    await asked(page).getByRole("button", { name: "Bruk passnøkkel" }).click();
    await opened(page);
    await lise.leave();
  });
});
