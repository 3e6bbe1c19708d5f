import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { readCode, readOutbox } from "../support/page-outbox.ts";
import { openPerson, phone } from "../support/page-person.ts";
import { startStage } from "../support/page-stage.ts";
import type { Product } from "../support/product.ts";
import { act, handOut, readCard } from "./cards.ts";
import { openHouse } from "./house.ts";
import type { House } from "./house.ts";
import { dialog, goTo, pick, row } from "./manage.ts";

const kari = "kari.nordlie@solhaug.example";
describe("who administers", () => {
  let stage: Awaited<ReturnType<typeof startStage>>;
  let product: Product;
  let browser: Browser;
  let house: House;
  before(async () => {
    stage = await startStage();
    ({ product, browser } = stage);
    house = await openHouse(product);
  });
  after(async () => {
    await stage?.stop();
  });

  test("the chair adds a door and a group, and gives the group access until a day", async () => {
    const person = await openPerson(browser, product, { as: "ingrid" });
    const { page } = person;
    await goTo(page, "Dører");
    await page.getByRole("button", { name: "Legg til dør" }).click();
    const door = dialog(page, "Legg til dør");
    await door.getByLabel("Navn").fill("Sykkelboden");
    await door.getByLabel("Dørsentral").selectOption("Sentral i kjelleren");
    await door.getByLabel("Sekunder ulåst", { exact: true }).fill("8");
    await door.getByRole("button", { name: "Legg til dør" }).click();
    await row(page, "Sykkelboden").waitFor();
    assert.match(await row(page, "Sykkelboden").innerText(), /Sentral i kjelleren[\s\S]*8 s/);

    await goTo(page, "Grupper");
    const addGroup = page.getByRole("button", { name: "Legg til gruppe" });
    await addGroup.click();
    await dialog(page, "Legg til gruppe").waitFor();
    // Whoever goes back by the keyboard goes on from where they were.
    await page.keyboard.press("Escape");
    await dialog(page, "Legg til gruppe").waitFor({ state: "detached" });
    await page.waitForFunction(() => document.activeElement?.textContent === "Legg til gruppe");
    await page.keyboard.press("Enter");
    await dialog(page, "Legg til gruppe").getByLabel("Navn").fill("Syklistene");
    await dialog(page, "Legg til gruppe").getByRole("button", { name: "Legg til gruppe" }).click();
    await page.getByRole("link", { name: "Syklistene" }).click();
    await page.getByRole("button", { name: "Legg til medlem" }).click();
    await page.getByRole("combobox", { name: "Person" }).fill("Kari Nord");
    await page.getByRole("option", { name: /^Kari Nordlie/ }).click();
    await dialog(page, "Legg til medlem").getByRole("button", { name: "Legg til medlem" }).click();
    await row(page, "Kari Nordlie").waitFor();

    await page.getByRole("button", { name: "Gi tilgang" }).click();
    await pick(page, "Dør", /^Sykkelboden/);
    await dialog(page, "Gi tilgang").getByRole("button", { name: "Til", exact: true }).click();
    await page.getByRole("button", { name: "Neste måned" }).click();
    await page.getByRole("button", { name: /^15 / }).click();
    await page.getByRole("button", { name: "Bruk dette tidspunktet" }).click();
    await dialog(page, "Gi tilgang").getByRole("button", { name: "Gi tilgang" }).click();
    await row(page, "Sykkelboden")
      .getByText(/^Til 15\. .*12:00/)
      .waitFor();
    await person.leave();

    const kari = await openPerson(browser, product, { as: "kari" });
    await kari.page.goto("/profile");
    await row(kari.page, "Sykkelboden").getByText("gjennom Syklistene").waitFor();
    await kari.leave();
  });

  test("the chair hands out a fob as a reader types it, learns whose it is, and reports it lost", async () => {
    const expected = [/^409 POST .*\/credentials$/, /^404 POST .*\/credentials\/holder$/];
    const person = await openPerson(browser, product, { as: "ingrid", expected });
    const { page } = person;
    await page.goto(`/manage/${house.organisation}/people/${house.kari}`);
    // Nothing of her comes before it is said what for.
    assert.equal(await page.getByRole("main").getByText("Kari").count(), 0);
    await page.getByText("Tilgang", { exact: true }).click();
    await handOut(page, "0004:7AB-C1", "Blå brikke");
    await row(page, "Blå brikke").getByText("I bruk").waitFor();

    const form = await handOut(page, "47ABC1", "En til");
    await form.getByText(/^Kortet eller brikken er allerede i bruk/).waitFor();
    await form.getByRole("button", { name: "Hvem har kortet?" }).click();
    await form.getByRole("status").getByText("Blå brikke").waitFor();
    await form.getByLabel("Nummer").fill("47 ABC G");
    await form.getByRole("button", { name: "Del ut" }).click();
    await form.getByText("Skriv 4 til 32 sifre eller bokstaver fra A til F.").waitFor();
    await form.getByRole("button", { name: "Avbryt" }).click();

    await goTo(page, "Personer");
    await page.getByRole("button", { name: "Hvem har kortet?" }).click();
    const whose = dialog(page, "Hvem har kortet?");
    await readCard(page, "DEADBEEF");
    await whose.getByText("Ingen her har dette kortet eller denne brikken.").waitFor();
    await whose.getByLabel("Nummer").fill("");
    await readCard(page, "00047ABC1");
    const holder = whose.getByRole("link", { name: "Kari Nordlie" });
    await holder.waitFor();
    assert.equal(await whose.getByLabel("Nummer").inputValue(), "");
    await holder.click();

    await act(page, "Blå brikke", "Meld tapt");
    await dialog(page, "Er Blå brikke tapt?").getByRole("button", { name: "Sperr" }).click();
    const known = /^Sperret siden .*\. Dørsentralen vet det\.$/;
    await row(page, "Blå brikke").getByText(known).waitFor();
    await act(page, "Blå brikke", "Ta tilbake");
    await page.getByRole("button", { name: "Ta tilbake" }).click();
    await row(page, "Blå brikke").waitFor({ state: "detached" });
    await person.leave();
  });

  test("who is invited by e-mail accepts after signing in, opens the door, and leaves no address behind", async () => {
    const email = "odd.fremstad@nabo.example";
    const person = await openPerson(browser, product, { as: "ingrid" });
    const { page } = person;
    await goTo(page, "Invitasjoner");
    await invite(page, email, "Oppgang C");
    await row(page, email).waitFor();
    const kept = async () => {
      const found = await stage.product.owner.query(
        "select 1 from access.invitations where email = $1",
        [email],
      );
      return found.rowCount;
    };
    assert.equal(await kept(), 1);

    const odd = await openPerson(browser, product, phone);
    const { link, text } = await readOutbox(odd.page, email);
    assert.match(text, /Oppgang C/);
    // The token stands behind #, which no browser sends and no server logs.
    assert.match(new URL(link, product.url).hash, /^#token=/);
    await odd.page.goto(link);
    await odd.page.getByRole("heading", { name: "Du er invitert" }).waitFor();
    await odd.page.getByRole("link", { name: "Logg inn for å godta" }).tap();
    await odd.page.getByRole("button", { name: "Logg inn med eID" }).tap();
    await odd.page.getByRole("button", { name: /^Odd Fremstad/ }).tap();
    await odd.page.getByRole("button", { name: "Godta" }).tap();
    await odd.page.waitForURL("/");
    await odd.page.getByRole("button", { name: "Åpne Oppgang C" }).tap();
    await odd.page.getByText("Åpnet", { exact: true }).waitFor();
    assert.equal(await house.unlockCount("Oppgang C"), 1);

    await page.reload();
    await page.getByText("Ingen åpne invitasjoner").waitFor();
    assert.equal(await kept(), 0);
    await person.leave();
    await odd.leave();

    const later = await openPerson(browser, product, {
      expected: [/^404 POST \/api\/v1\/invitations\/read$/],
    });
    await later.page.goto(link);
    await later.page.getByRole("heading", { name: "Denne invitasjonen kan ikke brukes" }).waitFor();
    await later.leave();
  });

  test("who cancels at the eID and signs in by a code instead still comes to the invitation", async () => {
    const person = await openPerson(browser, product, { as: "ingrid" });
    await goTo(person.page, "Invitasjoner");
    await invite(person.page, kari, "Oppgang A");
    await person.leave();

    const invited = await openPerson(browser, product, phone);
    const { page } = invited;
    await page.goto((await readOutbox(page, kari)).link);
    await page.getByRole("link", { name: "Logg inn for å godta" }).tap();
    for (const _ of ["once", "and again"]) {
      await page.getByRole("button", { name: "Logg inn med eID" }).tap();
      await page.getByRole("button", { name: "Avbryt" }).tap();
      await page.getByText("Innloggingen med eID ble avbrutt").waitFor();
    }
    await page.getByRole("button", { name: "Kode på e-post" }).tap();
    await page.getByLabel("E-post").fill(kari);
    await page.getByRole("button", { name: "Send kode" }).tap();
    const field = page.getByLabel("Kode på 6 siffer");
    await field.waitFor();
    await field.fill(await readCode(page, kari));
    await page.getByRole("button", { name: "Godta" }).tap();
    await page.waitForURL("/");
    await invited.leave();
  });

  test("an invitation that is withdrawn can no longer be used", async () => {
    const email = "feil.adresse@nabo.example";
    const person = await openPerson(browser, product, {
      as: "ingrid",
      expected: [/^404 POST \/api\/v1\/invitations\/read$/],
    });
    const { page } = person;
    await goTo(page, "Invitasjoner");
    await invite(page, email, "Oppgang A");
    await row(page, email)
      .getByRole("button", { name: /^Trekk tilbake/ })
      .click();
    const sure = dialog(page, `Trekke tilbake invitasjonen til ${email}?`);
    await sure.getByRole("button", { name: "Trekk tilbake" }).click();
    await page.getByText("Ingen åpne invitasjoner").waitFor();
    await page.goto((await readOutbox(page, email)).link);
    await page.getByRole("heading", { name: "Denne invitasjonen kan ikke brukes" }).waitFor();
    await person.leave();
  });

  test("the caretaker lets in a member by her address, and invites somebody who is none", async () => {
    const person = await openPerson(browser, product, {
      as: "per",
      expected: [/^404 POST .*\/grants\/by-contact$/],
    });
    const { page } = person;
    await goTo(page, "Tilganger");
    await page.getByRole("button", { name: "Gi tilgang" }).click();
    const give = dialog(page, "Gi tilgang");
    const contact = give.getByRole("textbox", { name: "E-post eller telefon" });
    await contact.fill("Kari.Nordlie@solhaug.example");
    await pick(page, "Dør", /^Oppgang C/);
    await give.getByRole("button", { name: "Gi tilgang" }).click();
    await page.getByText("Tilgangen er gitt til Kari Nordlie").waitFor();
    await row(page, "Kari Nordlie").getByText("Oppgang C").waitFor();

    await page.getByRole("button", { name: "Gi tilgang" }).click();
    await contact.fill("lillian@nabo.example");
    await pick(page, "Dør", /^Oppgang B/);
    await give.getByRole("button", { name: "Gi tilgang" }).click();
    await give.getByText(/^Ingen i organisasjonen har denne adressen/).waitFor();
    await give.getByRole("button", { name: "Inviter på e-post i stedet" }).click();
    const invitation = dialog(page, "Inviter til en dør");
    assert.equal(await invitation.getByLabel("E-post").inputValue(), "lillian@nabo.example");
    await invitation.getByRole("button", { name: "Send invitasjon" }).click();
    await invitation.waitFor({ state: "detached" });
    const { text } = await readOutbox(page, "lillian@nabo.example");
    assert.match(text, /Oppgang B/);
    await person.leave();
  });

  test("the caretaker sees his doors and their log, and nothing else of the cooperative", async () => {
    const person = await openPerson(browser, product, {
      as: "per",
      expected: [/^403 GET /],
    });
    const { page } = person;
    await goTo(page, "Dører");
    await row(page, "Oppgang A").waitFor();
    const navigation = page.getByRole("navigation", { name: "Hovedmeny" });
    for (const section of ["Personer", "Enheter", "Grupper", "Import", "Steder", "Dørsentraler"]) {
      const link = navigation.getByRole("link", { name: section, exact: true });
      assert.equal(await link.count(), 0, section);
    }
    assert.equal(await page.getByRole("button", { name: "Legg til dør" }).count(), 0);
    await page.goto(`/manage/${house.organisation}/people`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    assert.doesNotMatch(await page.getByRole("main").innerText(), /@solhaug\.example/);
    await person.leave();
  });

  test("the operator adds an organisation and sees sign-in attempts, and no doors", async () => {
    const person = await openPerson(browser, product, { as: "nora", expected: [/^40[34] GET /] });
    const { page } = person;
    await page.getByText("Ingen dører ennå").waitFor();
    await page.getByRole("link", { name: "Drift", exact: true }).click();
    await row(page, "Solhaug borettslag").waitFor();
    await page.getByRole("button", { name: "Legg til organisasjon" }).click();
    const add = dialog(page, "Legg til organisasjon");
    await add.getByLabel("Navn", { exact: true }).fill("Bakketoppen sameie");
    await add.getByLabel("Organisasjonsnummer").fill("310040061");
    await add.getByLabel("Administratorens navn").fill("Turid Bakke");
    await add.getByLabel("Administratorens e-post").fill("turid@bakketoppen.example");
    await add.getByRole("button", { name: "Legg til organisasjon" }).click();
    await row(page, "Bakketoppen sameie").waitFor();
    await page.getByRole("link", { name: "Innloggingsforsøk" }).click();
    await row(page, "127.0.0.1").first().waitFor();
    await page.goto(`/manage/${house.organisation}/doors`);
    await page.getByRole("heading", { name: "Dette er ikke ditt å administrere" }).waitFor();
    await person.leave();
  });
});

async function invite(page: Page, email: string, door: string) {
  await page.getByRole("button", { name: "Inviter", exact: true }).click();
  const invitation = dialog(page, "Inviter til en dør");
  await invitation.getByLabel("E-post").fill(email);
  await pick(page, "Dør", new RegExp(`^${door}`));
  await invitation.getByRole("button", { name: "Send invitasjon" }).click();
  await invitation.waitFor({ state: "detached" });
}
