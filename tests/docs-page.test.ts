import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { openBrowser } from "./support/browser.ts";
import { accessFaults } from "./support/page-axe.ts";
import { watch } from "./support/page-watch.ts";
import { freePort } from "./support/ports.ts";
import { startServerHere } from "./support/server-alone.ts";
import type { ServerAlone } from "./support/server-alone.ts";

describe("the API's reference page", () => {
  let server: ServerAlone;
  let browser: Browser;
  let origin: string;
  before(async () => {
    // A name that is not localhost: browsers trust that one as they trust https.
    const port = await freePort();
    origin = `http://doors.test:${port}`;
    server = await startServerHere({ PORT: String(port), PUBLIC_URL: origin });
    browser = await openBrowser(["--host-resolver-rules=MAP doors.test 127.0.0.1"]);
  });
  after(async () => {
    await browser?.close();
    await server.stop();
  });

  async function open(options: BrowserContextOptions) {
    const context = await browser.newContext(options);
    const watched = watch(context, [origin], [], server.url);
    const page = await context.newPage();
    await page.goto(`${origin}/api/docs`);
    await page.locator("#operations-tag-kernel").waitFor();
    return { context, page, watched };
  }

  async function routesOf(tag: string): Promise<number> {
    const { paths } = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { tags: string[] }>>;
    };
    const all = Object.values(paths).flatMap((methods) => Object.values(methods));
    return all.filter(({ tags }) => tags.includes(tag)).length;
  }

  for (const [what, options] of Object.entries({
    "a phone, light": { viewport: { width: 390, height: 844 }, colorScheme: "light" },
    "a wide window, dark": { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  } as const)) {
    test(`is read over plain http from another machine: ${what}`, async () => {
      const { context, page, watched } = await open(options);
      assert.equal(await page.title(), "Terskel API");
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(width, options.viewport.width);
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
        // Axe takes long over a hundred routes that are all alike.
        if (tag !== "kernel") await page.locator(`#operations-tag-${tag}`).click();
      }
      // A route opened shows what it takes and answers.
      await page.locator(".opblock-post .opblock-summary-control").first().click();
      await page.getByText("Request body").first().waitFor();
      assert.deepEqual(await accessFaults(page), []);
      assert.deepEqual(await watched.faults(), []);
      await context.close();
    });
  }

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
