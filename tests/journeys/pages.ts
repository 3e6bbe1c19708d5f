import type { Page } from "playwright-core";
import type { Product } from "../support/product.ts";
import type { House } from "./house.ts";

/** A page, and what is done on it first, before one looks. */
export type Visit = {
  readonly address: string;
  readonly first?: (page: Page) => Promise<void>;
};

/** Every page of the product, by the test person who has it; `nobody` is not signed in. */
export function pagesOf(product: Product, house: House): Record<string, readonly Visit[]> {
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
      at(product.doors(0)),
    ],
    kari: [at("/"), at("/log"), at("/profile"), at("/nothing-here"), at("/operator")],
    odd: [at("/"), at("/log"), at("/profile"), at("/manage")],
    ingrid: [
      at(manage),
      at(`${manage}/log`),
      at(`${manage}/doors`),
      at(`${manage}/people`),
      at(`${manage}/grants`),
      at(`${manage}/invitations`),
      at(`${manage}/units`),
      at(`${manage}/groups`),
      at(`${manage}/import`),
      at(`${manage}/sites`),
      at(`${manage}/controllers`),
      at(`${manage}/people/${house.kari}`),
      at(`${manage}/groups/${house.board}`),
      { address: `${manage}/doors`, first: adding },
      { address: `${manage}/grants`, first: adding },
      { address: `${manage}/invitations`, first: adding },
    ],
    per: [
      at(manage),
      at(`${manage}/log`),
      at(`${manage}/people`),
      { address: `${manage}/grants`, first: adding },
    ],
    nora: [
      at("/operator/organisations"),
      at("/operator/sign-in-attempts"),
      { address: "/operator/organisations", first: adding },
    ],
  };
}

/** The page has come, and so has what it shows. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForFunction(() => !document.querySelector(".mantine-Skeleton-root"));
}

async function toTestEid(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("button").first().click();
  await page.waitForURL(/\/test-eid\//);
}

/** The form behind the page's foremost button. */
async function adding(page: Page): Promise<void> {
  const names = /^(Legg til|Gi |Inviter|Lägg till|Ge |Bjud|Add |Give |Invite)/;
  await page.getByRole("main").getByRole("button", { name: names }).first().click();
  await page.getByRole("dialog").waitFor();
}
