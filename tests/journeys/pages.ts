import type { Page } from "playwright-core";
import type { Product } from "../support/product.ts";
import type { HandoverFile } from "../support/handover.ts";
import type { House } from "./house.ts";
import {
  adding,
  asking,
  askingWhose,
  askingWhy,
  bringing,
  choosing,
  handingOn,
  handingOut,
  letting,
  lockingDown,
  previewing,
  toTestEid,
  unfolding,
} from "./page-acts.ts";

/** A page, and what is done on it first, before one looks. */
export type Visit = {
  readonly address: string;
  readonly first?: (page: Page) => Promise<void>;
};

/** Every page of the product, by who has it; `nobody` is not signed in. */
export function pagesOf(
  product: Product,
  house: House,
  given: {
    invitation: string;
    request: string;
    supplier: string;
    file: HandoverFile;
    advice: { signed: string; unsigned: string };
    mailing: { id: string; link: string; survey: string; question: string };
  },
) {
  const { invitation, request, supplier, file, advice, mailing } = given;
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
      at("/promises"),
      at("/choices"),
      at(mailing.link),
      at(mailing.question),
      at("/survey/nobodys-link-in-a-mail"),
      at("/unsubscribe/nobodys-link-in-a-mail"),
      at("/invitation"),
      at(invitation),
      at("/privacy/request"),
      at("/privacy/file"),
      at(`/privacy/file?request=${request}`),
      at("/notices"),
      { address: `/notices/${house.organisation}`, first: unfolding },
      at(`/notices/${house.organisation}/versions`),
      at(product.doors(0)),
    ],
    kari: [
      at("/"),
      at("/pass"),
      at("/codes"),
      { address: "/codes", first: adding },
      at("/log"),
      at("/profile"),
      at("/privacy"),
      at("/privacy/take-along"),
      at("/privacy/bring"),
      { address: "/privacy/bring", first: bringing(file) },
      at("/support"),
      { address: "/support", first: asking },
      at(`/support/${house.organisation}/${house.case}`),
      at("/advice"),
      at(`/advice/${advice.unsigned}`),
      at(`/advice/${advice.signed}`),
      { address: `/advice/${advice.signed}/${house.kari}`, first: choosing },
      at("/nothing-here"),
      at("/operator"),
    ],
    odd: [at("/"), at("/log"), at("/profile"), at("/privacy"), at("/manage")],
    house: [
      at(manage),
      at(`${manage}/log`),
      { address: `${manage}/log?outcome=lost`, first: handingOn },
      at(`${manage}/doors`),
      at(`${manage}/doors/${house.door}`),
      at(`${manage}/import`),
      { address: `${manage}/import`, first: previewing },
      at(`${manage}/sites`),
      at(`${manage}/controllers`),
      { address: `${manage}/doors`, first: adding },
      { address: `${manage}/doors`, first: lockingDown },
      at(`${manage}/integrations`),
      { address: `${manage}/integrations`, first: adding },
    ],
    people: [
      at(`${manage}/people`),
      { address: `${manage}/people`, first: askingWhose },
      at(`${manage}/people/${house.kari}`),
      at(`${manage}/people/${house.kari}?for=details`),
      { address: `${manage}/people/${house.kari}?for=access`, first: handingOut },
      { address: `${manage}/people/${house.kari}?for=stored`, first: choosing },
      at(`${manage}/units`),
      at(`${manage}/units/${house.guests}`),
      { address: `${manage}/units/${house.guests}`, first: letting },
      at(`${manage}/areas`),
      { address: `${manage}/areas`, first: adding },
      at(`${manage}/door-groups`),
      at(`${manage}/door-groups/${house.entrances}`),
      at(`${manage}/groups`),
      at(`${manage}/groups/${house.board}`),
      at(`${manage}/schedules`),
      at(`${manage}/usage`),
      { address: `${manage}/schedules`, first: adding },
      at(`${manage}/grants`),
      at(`${manage}/invitations`),
      { address: `${manage}/grants`, first: adding },
      { address: `${manage}/grants`, first: askingWhy },
      { address: `${manage}/invitations`, first: adding },
    ],
    privacy: [
      at(`${manage}/support`),
      { address: `${manage}/support`, first: adding },
      at(`${manage}/support/${house.case}`),
      at(`${manage}/privacy`),
      at(`${manage}/privacy/${request}`),
      { address: `${manage}/privacy`, first: adding },
      at(`${manage}/privacy/holds`),
      { address: `${manage}/privacy/holds`, first: adding },
      at(`${manage}/privacy/notice`),
      at(`${manage}/privacy/ledger`),
      at(`${manage}/privacy/audit`),
      at(`${manage}/privacy/record`),
      at(`${manage}/privacy/accountability`),
      { address: `${manage}/privacy/accountability`, first: adding },
      at(`${manage}/privacy/agreement`),
      at(`${manage}/privacy/suppliers`),
      at(`${manage}/privacy/advisers`),
      { address: `${manage}/privacy/advisers`, first: adding },
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
      at("/operator/support"),
      at(`/operator/support/${house.organisation}/${house.case}`),
      at("/operator/suppliers"),
      at(`/operator/suppliers/${supplier}`),
      { address: "/operator/suppliers", first: adding },
      at("/operator/contacts"),
      { address: "/operator/contacts", first: adding },
      at("/operator/mailings"),
      { address: "/operator/mailings", first: adding },
      at(`/operator/mailings/${mailing.id}`),
      at("/operator/surveys"),
      { address: "/operator/surveys", first: adding },
      at(`/operator/surveys/${mailing.survey}`),
      at("/operator/confidentiality"),
      at("/operator/sign-in-attempts"),
      at("/operator/page-views"),
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
    // Another page of the portal, and from a page of the portal: not one of a door, of an eID, or a notice.
    if (!/^\/(?!notices\b)/.test(wanted) || wanted.split("?")[0] === pathname) return false;
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
