import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";
import { readCode } from "../support/page-outbox.ts";
import { openPerson, phone } from "../support/page-person.ts";
import type { PersonsBrowser } from "../support/page-person.ts";
import { startProduct } from "../support/product.ts";
import type { Product } from "../support/product.ts";

const name = "Åse Bjørkøy-Ærlig";
const email = "ase.bjorkoy@solhaug.example";

/** `31.12.2027`, as the board writes dates. */
const written = (days: number) => {
  const date = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat("nb", {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    timeZone: "Europe/Oslo",
  }).format(date);
};

/** What the board's spreadsheet looks like when Excel in Norway saves it as CSV. */
const sheet = (door: string) =>
  // Of the letters used here, Windows-1252 and ISO 8859-1 have the same codes.
  Buffer.from(
    [
      "Navn;E-post;Mobil;Leilighet;Gruppe;Dør;Rolle;Gyldig fra;Gyldig til",
      `${name};${email};412 34 567;A-H0601;Dugnadsgjengen på Løkka;${door};Bruker;${written(-30)};${written(365)}`,
      "Kari Nordlie;kari.nordlie@solhaug.example;400 00 101;A-H0301;Oppgang A;;;;",
      "",
    ].join("\r\n"),
    "latin1",
  );

type SimulatedDoor = { name: string; lock: string; unlockCount: number };

describe("the main job: from the board's spreadsheet to an open door in the log", () => {
  let product: Product;
  let browser: Browser;
  let ingrid: PersonsBrowser;
  let logPage: Page;
  before(async () => {
    [product, browser] = await Promise.all([startProduct(), openBrowser()]);
    ingrid = await openPerson(browser, product);
  });
  after(async () => {
    await browser.close();
    await product.stop();
  });

  const simulated = async (door: string) => {
    const answer = await fetch(`${product.doors(0)}/doors`);
    const { doors } = (await answer.json()) as { doors: SimulatedDoor[] };
    return doors.find((each) => each.name === door);
  };

  test("the chair of the board signs in with her eID", async () => {
    const { page } = ingrid;
    await page.goto("/");
    await page.waitForURL("/sign-in");
    await page.getByRole("button", { name: "Logg inn med eID" }).click();
    await page.getByRole("heading", { name: "Test-eID" }).waitFor();
    await page.getByRole("button", { name: /^Ingrid Solheim/ }).click();
    await page.waitForURL("/");
    await page.getByRole("button", { name: "Logget inn som Ingrid Solheim" }).waitFor();
  });

  test("she leaves the log open in a tab of its own, where it is live", async () => {
    logPage = await ingrid.context.newPage();
    await logPage.goto("/");
    await logPage.getByRole("link", { name: "Administrer" }).click();
    await logPage.getByRole("link", { name: "Logg", exact: true }).click();
    await logPage.getByText("Direkte").waitFor();
    await logPage.getByText("Ingenting har skjedd ennå").waitFor();
  });

  test("the preview of her spreadsheet says which cell is wrong, and nothing can be confirmed", async () => {
    const { page } = ingrid;
    await page.getByRole("link", { name: "Administrer" }).click();
    await page.getByRole("link", { name: "Import", exact: true }).click();
    await choose(page, sheet("Oppgong B"));
    const wrong = page.getByRole("table", { name: "1 å rette først" }).getByRole("row").nth(1);
    assert.equal(await wrong.getByRole("rowheader").innerText(), "Rad 2");
    assert.deepEqual((await wrong.getByRole("cell").allInnerTexts()).slice(0, 2), [
      "Dør",
      "Oppgong B",
    ]);
    assert.match(await wrong.innerText(), /Mente du «Oppgang B»/);
    assert.equal(await confirm(page).count(), 0);
    assert.match(await page.getByRole("main").innerText(), /windows-1252/i);
  });

  test("the mended file shows what it would change, and writes it when she confirms", async () => {
    const { page } = ingrid;
    await choose(page, sheet("Oppgang B"));
    await confirm(page).waitFor();
    const change = page.getByRole("table", { name: "Det den vil endre" });
    assert.deepEqual(await counts(change), {
      Personer: ["1", "0", "1"],
      Enheter: ["1", "0", "1"],
      Beboere: ["1", "0", "1"],
      Grupper: ["1", "0", "1"],
      Tilganger: ["1", "0", "0"],
    });
    await page.getByRole("region", { name: "De første radene" }).getByText(name).waitFor();
    await confirm(page).click();
    await page.getByRole("heading", { name: "Importen er gjennomført" }).waitFor();
    await page.getByRole("link", { name: "Se personer" }).click();
    await page.getByRole("textbox", { name: /^Søk/ }).or(page.getByRole("searchbox")).fill("bjørkøy");
    await page.getByRole("link", { name }).waitFor();
  });

  test("the same file again would change nothing", async () => {
    const { page } = ingrid;
    await page.getByRole("link", { name: "Import", exact: true }).first().click();
    await choose(page, sheet("Oppgang B"));
    await page.getByText("Filen endrer ingenting").waitFor();
    assert.equal(await confirm(page).count(), 0);
  });

  test("the new resident signs in with a code, opens the door with one tap, and the lock moves", async () => {
    const person = await openPerson(browser, product, phone);
    const { page } = person;
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Kode på e-post" }).tap();
    await page.getByLabel("E-post").fill(email);
    await page.getByRole("button", { name: "Send kode" }).tap();
    await page.getByLabel("Kode på 6 siffer").waitFor();
    // Six digits are a whole code: nothing more is to be pressed.
    await page.getByLabel("Kode på 6 siffer").fill(await readCode(page, email));
    await page.waitForURL("/");

    const wall = await person.context.newPage();
    await wall.goto(product.doors(0));
    const onTheWall = wall.getByRole("article", { name: "Oppgang B" });
    assert.match(await onTheWall.innerText(), /Låst/);
    assert.equal((await simulated("Oppgang B"))?.unlockCount, 0);

    await page.bringToFront();
    assert.equal(await page.getByRole("listitem").getByRole("button").count(), 1);
    const tapped = Date.now();
    await page.getByRole("button", { name: "Åpne Oppgang B" }).tap();
    await page.getByText(/^Åpnet/).waitFor();
    assert.ok(Date.now() - tapped < 3_000, "the answer came within 3 seconds");
    await onTheWall.getByText("Ulåst", { exact: true }).waitFor();
    assert.equal((await simulated("Oppgang B"))?.unlockCount, 1);
    assert.equal((await simulated("Oppgang A"))?.unlockCount, 0);

    await page.getByRole("link", { name: "Logg", exact: true }).tap();
    const own = page.getByRole("listitem").filter({ hasText: "Oppgang B" });
    assert.match(await own.innerText(), /Portal[\s\S]*Åpnet/);

    await eventually("the lock falls back", async () => {
      return (await simulated("Oppgang B"))?.lock === "locked";
    });
    await onTheWall.getByText("Låst", { exact: true }).waitFor();
    await person.leave();
  });

  test("the opening has appeared in the log that has been open all the time", async () => {
    const row = logPage.getByRole("row").filter({ hasText: name });
    await row.waitFor({ timeout: 3_000 });
    assert.match(await row.innerText(), /Oppgang B[\s\S]*Åpnet/);
    await ingrid.leave();
  });
});

const confirm = (page: Page) => page.getByRole("button", { name: "Gjennomfør importen" });

async function choose(page: Page, buffer: Buffer) {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: /^Velg en (annen )?fil$/ }).click(),
  ]);
  await chooser.setFiles({ name: "beboere.csv", mimeType: "text/csv", buffer });
  await page.getByRole("heading", { name: "Det den vil endre" }).waitFor();
}

/** A table's numbers by the heading of the row. */
async function counts(table: ReturnType<Page["getByRole"]>) {
  const rows = (await table.getByRole("row").all()).slice(1);
  const read = rows.map(async (row) => [
    await row.getByRole("rowheader").innerText(),
    await row.getByRole("cell").allInnerTexts(),
  ]);
  return Object.fromEntries(await Promise.all(read)) as Record<string, string[]>;
}
