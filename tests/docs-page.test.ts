import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "./support/browser.ts";
import { accessFaults } from "./support/page-axe.ts";
import { watch } from "./support/page-watch.ts";
import { freePort } from "./support/ports.ts";
import { startServerHere } from "./support/server-alone.ts";
import type { ServerAlone } from "./support/server-alone.ts";

const narrow = { width: 390, height: 844 };

describe("the API's reference page", () => {
  let server: ServerAlone;
  let browser: Browser;
  let origin: string;
  before(async () => {
    // A name that is not localhost: browsers trust that one as they trust https.
    const port = await freePort();
    origin = `http://doors.test:${port}`;
    server = await startServerHere({ PORT: String(port), PUBLIC_URL: origin });
    // The page is one program that draws hundreds of routes: it is made fast, as with whoever reads it.
    browser = await openBrowser(["--host-resolver-rules=MAP doors.test 127.0.0.1", "--js-flags="]);
  });
  after(async () => {
    await browser?.close();
    await server.stop();
  });

  async function routesOf(tag: string): Promise<number> {
    const { paths } = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { tags: string[] }>>;
    };
    const all = Object.values(paths).flatMap((methods) => Object.values(methods));
    return all.filter(({ tags }) => tags.includes(tag)).length;
  }

  test("is read over plain http from another machine, on a phone and in a wide window, light and dark", async () => {
    const context = await browser.newContext({ colorScheme: "light", viewport: narrow });
    const watched = watch(context, [origin], [], server.url);
    const page = await context.newPage();
    await page.goto(`${origin}/api/docs`);
    await page.locator("#operations-tag-kernel").waitFor();
    assert.equal(await page.title(), "Terskel API");
    assert.equal(await page.getByText(/swagger|fastify|smartbear/i).count(), 0);
    // Every module opens, and every route of it is there.
    for (const tag of ["access", "identity", "kernel"]) {
      await page.locator(`#operations-tag-${tag}`).click();
      const routes = await routesOf(tag);
      assert.ok(routes > 10);
      await page
        .locator(".opblock")
        .nth(routes - 1)
        .waitFor();
      assert.equal(await page.locator(".opblock").count(), routes);
      await page.locator(`#operations-tag-${tag}`).click();
    }
    // A route opened shows what it takes and answers. Axe takes long over a hundred that are all alike.
    await page.locator("#operations-tag-customers").click();
    await page.locator(".opblock-post .opblock-summary-control").first().click();
    await page.getByText("Request body").first().waitFor();
    for (const [viewport, colorScheme] of [
      [narrow, "light"],
      [{ width: 1280, height: 900 }, "dark"],
    ] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.waitForFunction((width) => innerWidth === width, viewport.width);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(width, viewport.width);
      assert.deepEqual(await accessFaults(page), []);
    }
    assert.deepEqual(await watched.faults(), []);
    await context.close();
  });

  test("has the policy of every page: no third party, no inline script, https only where there is https", async () => {
    const answers = await Promise.all(
      ["/", "/api/docs", "/api/docs/ui/swagger-ui-bundle.js", "/api/docs/docs.js"].map(
        async (path) => await fetch(server.url + path),
      ),
    );
    const policies = answers.map(({ headers }) => headers.get("content-security-policy") ?? "");
    assert.equal(new Set(policies).size, 1);
    assert.doesNotMatch(policies[0] ?? "", /unsafe|https?:|upgrade-insecure/);
  });

  test("gives out none of the tool's other files", async () => {
    for (const file of ["index.html", "logo.svg", "oauth2-redirect.html", "../package.json"]) {
      assert.equal((await fetch(`${server.url}/api/docs/ui/${file}`)).status, 404, file);
    }
  });
});
