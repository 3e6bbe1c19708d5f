import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openPerson } from "../support/page-person.ts";
import { shareStage } from "../support/page-stage.ts";
import type { Stage } from "../support/page-stage.ts";

const tabs = 8;
/** A browser counts all tabs of a person together. */
const connections = 6;

describe("a person with more tabs than a browser has connections to a server", () => {
  const sharing = shareStage();
  let stage: Stage;
  before(async () => {
    stage = await sharing.start();
  });
  after(async () => {
    await sharing.stop();
  });

  const door = (page: Page) => page.getByRole("listitem").filter({ hasText: "Oppgang A" });
  const unlocked = async (pages: readonly Page[]) =>
    await Promise.all(
      pages.map((page) =>
        door(page)
          .getByText(/^Ulåst/)
          .waitFor(),
      ),
    );
  /** It is open for seconds only: they look before it opens, as one that is busy may look too late. */
  const opens = async (page: Page, others: readonly Page[]) => {
    await Promise.all([
      unlocked(others),
      page.getByRole("button", { name: "Åpne Oppgang A" }).click(),
    ]);
  };
  const locked = async (pages: readonly Page[]) =>
    await Promise.all(pages.map((page) => door(page).getByText("Trykk for å åpne").waitFor()));

  test("sees each door move in all of them, by one stream, which another tab takes over", async () => {
    const person = await openPerson(stage.browser, stage.product, { as: "kari" });
    // The page that one lands on after signing in opens a stream too, sooner or later.
    await person.page.goto("about:blank");
    const streams: string[] = [];
    person.context.on("request", (request) => {
      if (request.resourceType() === "eventsource") streams.push(request.url());
    });
    const heard = async () =>
      await person.context.waitForEvent("response", {
        predicate: (response) => response.request().resourceType() === "eventsource",
      });
    const firstHears = heard();
    const pages = [person.page];
    await person.page.goto("/");
    for (let tab = 1; tab < tabs; tab += 1) {
      const page = await person.context.newPage();
      await page.goto("/");
      pages.push(page);
    }
    assert.ok(pages.length > connections);
    await locked(pages);
    // Whichever tab was ready first has the stream.
    const first = (await firstHears).frame().page();
    const [second, ...others] = pages.filter((page) => page !== first) as [Page, ...Page[]];
    await opens(second, [first, ...others]);
    await locked([first, ...others]);
    assert.equal(streams.length, 1);

    const anotherHears = heard();
    await first.close();
    await anotherHears;
    await opens(second, others);
    assert.equal(streams.length, 2);
    await person.leave();
  });
});
