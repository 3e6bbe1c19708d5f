import type { Page } from "playwright-core";
import type { Product } from "../support/product.ts";
import type { HandoverFile } from "../support/handover.ts";
import type { House } from "./house.ts";
import { boardsSheet, sheetName } from "./import.ts";

/** A page, and what is done on it first, before one looks. */
export type Visit = {
  readonly address: string;
  readonly first?: (page: Page) => Promise<void>;
};

/** Every page of the product, by who has it; `nobody` is not signed in. */
export function pagesOf(
  product: Product,
  house: House,
  { invitation, request, file }: { invitation: string; request: string; file: HandoverFile },
) {
  const manage = `/manage/${house.organisation}`;
  const at = (address: string): Visit => ({ address });
  return {
    nobody: [
      at("/sign-in"),
      at("/sign-in?problem=eid-cancelled"),
      at("/sign-in?way=email"),
      at("/sign-in?way=sms"),
      { address: "/sign-in", first: toTestEid },
      at("/demo"),
      at("/invitation"),
      at(invitation),
      at("/privacy/request"),
      at("/privacy/file"),
      at(`/privacy/file?request=${request}`),
      at(product.doors(0)),
    ],
    kari: [
      at("/"),
      at("/log"),
      at("/profile"),
      at("/privacy"),
      at("/privacy/take-along"),
      at("/privacy/bring"),
      { address: "/privacy/bring", first: bringing(file) },
      at("/nothing-here"),
      at("/operator"),
    ],
    odd: [at("/"), at("/log"), at("/profile"), at("/privacy"), at("/manage")],
    house: [
      at(manage),
      at(`${manage}/log`),
      at(`${manage}/doors`),
      at(`${manage}/import`),
      { address: `${manage}/import`, first: previewing },
      at(`${manage}/sites`),
      at(`${manage}/controllers`),
      { address: `${manage}/doors`, first: adding },
    ],
    people: [
      at(`${manage}/people`),
      at(`${manage}/people/${house.kari}`),
      at(`${manage}/units`),
      at(`${manage}/groups`),
      at(`${manage}/groups/${house.board}`),
      at(`${manage}/grants`),
      at(`${manage}/invitations`),
      { address: `${manage}/grants`, first: adding },
      { address: `${manage}/invitations`, first: adding },
    ],
    privacy: [
      at(`${manage}/privacy`),
      at(`${manage}/privacy/${request}`),
      { address: `${manage}/privacy`, first: adding },
      at(`${manage}/privacy/holds`),
      { address: `${manage}/privacy/holds`, first: adding },
      at(`${manage}/privacy/ledger`),
      at(`${manage}/privacy/agreement`),
    ],
    per: [
      at(manage),
      at(`${manage}/log`),
      at(`${manage}/people`),
      { address: `${manage}/grants`, first: adding },
    ],
    nora: [
      at("/operator/organisations"),
      at(`/operator/organisations/${house.organisation}`),
      at("/operator/ended-agreements"),
      at("/operator/sign-in-attempts"),
      { address: "/operator/organisations", first: adding },
    ],
  };
}

/** The page has come, and so has what it shows. */
export async function settled(page: Page): Promise<void> {
  // At one moment: while a page is on its way there is a heading too.
  await page.waitForFunction(
    () =>
      document.querySelector("h1") &&
      !document.querySelector(".mantine-Skeleton-root, .mantine-Loader-root"),
  );
}

/** An address as one who types it comes to it. */
export async function load(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

/** An address as one who follows a link from the page before comes to it: the portal stays loaded. */
export async function goOn(page: Page, address: string): Promise<void> {
  const isWithin = await page.evaluate((wanted) => {
    const { pathname } = location;
    // Another page of the portal, and from a page of the portal: not one of a door or of an eID.
    if (!wanted.startsWith("/") || wanted.split("?")[0] === pathname) return false;
    const heading = document.querySelector("#root h1");
    if (!heading) return false;
    heading.setAttribute("data-left", "");
    history.pushState(null, "", wanted);
    dispatchEvent(new PopStateEvent("popstate"));
    return true;
  }, address);
  if (!isWithin) return await load(page, address);
  await page.waitForFunction(() => document.querySelector("h1:not([data-left])"));
  await settled(page);
}

type Size = { readonly width: number; readonly height: number };

/** How a page was left. It is so still when it has gone on to another address. */
const shown = new WeakMap<Page, string>();

/** The page in a colour scheme and a size, once it has taken them. */
export async function show(page: Page, scheme: "dark" | "light", size: Size): Promise<void> {
  const wanted = `${scheme} ${size.width}`;
  if (shown.get(page) === wanted) return;
  shown.set(page, wanted);
  const taken = ([colours, width]: readonly [string, number]) => {
    // The portal hears of the scheme by an event; pages of others have it from their style sheet.
    const known = document.documentElement.dataset["mantineColorScheme"] ?? colours;
    return known === colours && innerWidth === width;
  };
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize(size);
  await page.waitForFunction(taken, [scheme, size.width] as const);
  await page.evaluate(async () => {
    const { promise: drawn, resolve } = Promise.withResolvers<unknown>();
    // In the next frame the style sheets follow.
    requestAnimationFrame(() => requestAnimationFrame(resolve));
    await drawn;
  });
}

async function toTestEid(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("button").first().click();
  await page.waitForURL(/\/test-eid\//);
}

/** A spreadsheet with something to mend. */
async function previewing(page: Page): Promise<void> {
  const file = { name: sheetName, mimeType: "text/csv", buffer: boardsSheet("Oppgong B") };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("table").first().waitFor();
}

/** What somebody could bring from another installation. */
const bringing = (file: HandoverFile) =>
  async function bringing(page: Page) {
    const buffer = Buffer.from(JSON.stringify(file), "utf8");
    const given = { name: "terskel-handover-1.json", mimeType: "application/json", buffer };
    await page.locator("input[type=file]").setInputFiles(given);
    await page.getByRole("checkbox").first().waitFor();
  };

/** The form behind the page's foremost button. */
async function adding(page: Page): Promise<void> {
  const names =
    /^(Legg til|Gi |Inviter|Før inn|Sett |Lägg till|Lägg in|Sätt |Ge |Bjud|Add |Give |Invite|Enter|Place )/;
  await page.getByRole("main").getByRole("button", { name: names }).first().click();
  await page.getByRole("dialog").waitFor();
}
