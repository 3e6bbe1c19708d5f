import { choices } from "@terskel/kernel/api/consents";
import type { BrowserContext } from "playwright-core";

/** Answers that pages provoke on purpose: who am I, when nobody is signed in. */
const usual: readonly RegExp[] = [/^401 GET \/api\/v1\/me$/];

/**
 * What must not happen on any page, collected while a context is used: script errors, violations of
 * the content security policy, refused or failed requests, and requests to another origin.
 * @param expected refusals that this journey provokes, as `404 GET /path`
 * @param reachedAt where the server is for this process, if not where it is for the browser
 */
export function watch(
  context: BrowserContext,
  origins: readonly string[],
  expected: readonly RegExp[] = [],
  reachedAt = origins[0] ?? "",
) {
  const faults: string[] = [];
  const allowed = [...usual, ...expected];
  context.on("weberror", (error) => faults.push(`script error: ${error.error().message}`));
  context.on("console", (message) => {
    const text = message.text();
    // Said about every answer from 400 up; those are looked at below, by address.
    if (text.startsWith("Failed to load resource")) return;
    if (message.type() === "error" || message.type() === "warning") {
      faults.push(`console ${message.type()} at ${message.location().url}: ${text}`);
    }
  });
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol === "data:" || protocol === "blob:") return;
    if (!origins.includes(origin)) faults.push(`request to another origin: ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() < 400) return;
    const { pathname } = new URL(response.url());
    const said = `${response.status()} ${response.request().method()} ${pathname}`;
    if (!allowed.some((pattern) => pattern.test(said))) faults.push(said);
  });

  return {
    /** So far, with the cookies that should not be, or not be so. */
    async faults(): Promise<string[]> {
      const cookies = await context.cookies();
      const wrong = cookies.filter(({ httpOnly, sameSite }) => !httpOnly || sameSite === "None");
      return [
        ...faults,
        ...wrong.map((cookie) => `cookie: ${JSON.stringify(cookie)}`),
        ...(await undeclared(context, reachedAt)),
      ];
    },
  };
}

/** What stands on the device, and is declared by nobody or not allowed by whoever it belongs to. */
async function undeclared(context: BrowserContext, url: string): Promise<string[]> {
  const answer = await context.request.get(new URL(choices.path, url).href);
  const { asked, stored } = choices.response.parse(await answer.json());
  const allowed = new Set(
    stored
      .filter(
        ({ consent }) =>
          !consent || asked.some((each) => each.activity === consent && each.answer === "yes"),
      )
      .map(({ name }) => name),
  );
  const { cookies, origins } = await context.storageState();
  const ours = origins.filter(({ origin }) => origin === new URL(url).origin);
  const sessions = await Promise.all(
    context.pages().map(async (page) => await page.evaluate(() => Object.keys(sessionStorage))),
  );
  return [
    ...cookies.map(({ name }) => name.replace(/^__Host-/, "")),
    ...ours.flatMap(({ localStorage }) => localStorage.map(({ name }) => name)),
    ...sessions.flat(),
  ]
    .filter((name) => !allowed.has(name))
    .map((name) => `on the device, and not declared or not allowed: ${name}`);
}
