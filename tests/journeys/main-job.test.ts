import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { eventually } from "../support/eventually.ts";
import { readCode } from "../support/page-outbox.ts";
import { openPerson, phone } from "../support/page-person.ts";
import { step } from "../support/page-steps.ts";
import { shareStage } from "../support/page-stage.ts";
import type { Stage } from "../support/page-stage.ts";
import type { Product } from "../support/product.ts";
import { boardsSheet, chooseFile, confirmImport, countsOf, resident } from "./import.ts";

type SimulatedDoor = { name: string; lock: string; unlockCount: number };

describe("the main job", () => {
  const sharing = shareStage();
  let stage: Stage;
  let product: Product;
  let browser: Browser;
  before(async () => {
    stage = await sharing.start();
    ({ product, browser } = stage);
  });
  after(async () => await sharing.stop());

  /** What the lock itself says, past the cloud. */
  const lockOf = async (door: string) => {
    const answer = await fetch(`${product.doors(0)}/doors`);
    const { doors } = (await answer.json()) as { doors: SimulatedDoor[] };
    return doors.find((each) => each.name === door);
  };

  async function signInByEid(page: Page) {
    await page.goto("/");
    await page.waitForURL("/sign-in");
    await page.getByRole("button", { name: "Logg inn med eID" }).click();
    await page.getByRole("heading", { name: "Test-eID" }).waitFor();
    await page.getByRole("button", { name: /^Ingrid Solheim/ }).click();
    await page.waitForURL("/");
    await page.getByRole("button", { name: "Logget inn som Ingrid Solheim" }).waitFor();
  }

  async function signInByCode(page: Page) {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Kode på e-post" }).tap();
    await page.getByLabel("E-post").fill(resident.email);
    await page.getByRole("button", { name: "Send kode" }).tap();
    const field = page.getByLabel("Kode på 6 siffer");
    await field.waitFor();
    // Six digits are a whole code: nothing more is to be pressed.
    await field.fill(await readCode(page, resident.email));
    await page.waitForURL("/");
  }

  async function openWithOneTap(page: Page) {
    const wall = await page.context().newPage();
    await wall.goto(product.doors(0));
    const onTheWall = wall.getByRole("article", { name: "Oppgang B" });
    await onTheWall.getByText("Låst", { exact: true }).waitFor();
    assert.equal((await lockOf("Oppgang B"))?.unlockCount, 0);
    await page.bringToFront();
    // Only the door she was given.
    const doors = page.getByRole("main").getByRole("listitem");
    await doors.first().waitFor();
    assert.equal(await doors.count(), 1);
    const tapped = Date.now();
    await page.getByRole("button", { name: "Åpne Oppgang B" }).tap();
    await page.getByText("Åpnet", { exact: true }).waitFor();
    assert.ok(Date.now() - tapped < 3_000, "the answer came within 3 seconds");
    await onTheWall.getByText("Ulåst", { exact: true }).waitFor();
    assert.equal((await lockOf("Oppgang B"))?.unlockCount, 1);
    assert.equal((await lockOf("Oppgang A"))?.unlockCount, 0);
    await onTheWall.getByText("Låst", { exact: true }).waitFor();
    await eventually("the lock falls back", async () => {
      return (await lockOf("Oppgang B"))?.lock === "locked";
    });
  }

  test("from the board's spreadsheet to an open door in the log", async () => {
    const ingrid = await openPerson(browser, product);
    const { page } = ingrid;
    const log = await ingrid.context.newPage();

    await step("the chair of the board signs in with her eID", async () => {
      await signInByEid(page);
    });

    await step("she leaves the log open in a tab of its own, where it is live", async () => {
      await log.goto("/");
      await log.getByRole("link", { name: "Administrer" }).click();
      await sectionLink(log, "Logg").click();
      await log.getByText("Direkte", { exact: true }).waitFor();
      await log.getByText("Ingenting har skjedd ennå").waitFor();
    });

    await step("the preview says which cell is wrong, and offers no import", async () => {
      await page.bringToFront();
      await page.getByRole("link", { name: "Administrer" }).click();
      await sectionLink(page, "Import").click();
      await chooseFile(page, boardsSheet("Oppgong B"));
      const wrong = page.getByRole("table", { name: "1 å rette først" }).getByRole("row").nth(1);
      assert.equal(await wrong.getByRole("rowheader").innerText(), "Rad 2");
      const [column, value, problem = ""] = await wrong.getByRole("cell").allInnerTexts();
      assert.deepEqual([column, value], ["Dør", "Oppgong B"]);
      assert.match(problem, /Mente du «Oppgang B»/);
      assert.equal(await confirmImport(page).count(), 0);
      assert.match(await page.getByRole("main").innerText(), /windows-1252/i);
    });

    await step("the mended file shows what it would change, and does it on her word", async () => {
      await chooseFile(page, boardsSheet("Oppgang B"));
      await confirmImport(page).waitFor();
      const counts = await countsOf(page.getByRole("table", { name: "Det den vil endre" }));
      assert.deepEqual(counts["Personer"], ["1", "0", "1"]);
      assert.deepEqual(counts["Enheter"], ["1", "0", "1"]);
      assert.deepEqual(counts["Tilganger"], ["1", "0", "0"]);
      // Read as Windows-1252, the letters are right.
      await page
        .getByRole("region", { name: "De første radene" })
        .getByText(resident.name)
        .waitFor();
      await confirmImport(page).click();
      await page.getByRole("heading", { name: "Importen er gjennomført" }).waitFor();
      await page.getByRole("link", { name: "Se personer" }).click();
      await page.getByPlaceholder("Søk på navn, e-post eller telefon").fill("bjørkøy");
      await page.getByRole("link", { name: resident.name }).waitFor();
    });

    await step("the same file again would change nothing", async () => {
      await sectionLink(page, "Import").click();
      await chooseFile(page, boardsSheet("Oppgang B"));
      await page.getByText("Filen endrer ingenting").waitFor();
      assert.equal(await confirmImport(page).count(), 0);
    });

    const neighbour = await openPerson(browser, product, phone);
    await step("the new resident signs in with a one-time code", async () => {
      await signInByCode(neighbour.page);
    });
    await step("she opens the door with one tap, and the lock at the door moves", async () => {
      await openWithOneTap(neighbour.page);
    });
    await step("the opening stands in her own log", async () => {
      const { page: hers } = neighbour;
      await hers.getByRole("link", { name: "Logg", exact: true }).tap();
      const row = hers.getByRole("main").getByRole("listitem");
      await row.first().waitFor();
      assert.equal(await row.count(), 1);
      assert.match(
        await row.innerText(),
        /Oppgang B\s+Portalen\s+Lagres til \d+\. \S+ \d{4}\s+Åpnet/,
      );
      await neighbour.leave();
    });

    await step("it has appeared in the log that was open all the time", async () => {
      const row = log.getByRole("row").filter({ hasText: resident.name });
      await row.waitFor({ timeout: 3_000 });
      assert.match(await row.innerText(), /Oppgang B[\s\S]*Portalen[\s\S]*Åpnet/);
      await ingrid.leave();
    });
  });
});

/** A part of Manage, in the navigation of a desktop. */
const sectionLink = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Hovedmeny" }).getByRole("link", { name, exact: true });
