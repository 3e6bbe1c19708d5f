import type { BrowserContext } from "playwright-core";

/** Our own sign-in cookies, and those of the test eID that the demo runs under /test-eid. */
const ownCookie = /^(__Host-)?terskel_(session|eid|return|passkey)$/;
const eidCookie = /^test_eid(_session|_resume)?(\.sig)?$/;

/** Answers that pages provoke on purpose: who am I, when nobody is signed in. */
const usual: readonly RegExp[] = [/^401 GET \/api\/v1\/me$/];

/**
 * What must not happen on any page, collected while a context is used: script errors, violations of
 * the content security policy, refused or failed requests, and requests to another origin.
 * @param expected refusals that this journey provokes, as `404 GET /path`
 */
export function watch(
  context: BrowserContext,
  origins: readonly string[],
  expected: readonly RegExp[] = [],
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
      const wrong = cookies.filter(
        ({ name, httpOnly, sameSite }) =>
          !httpOnly || sameSite === "None" || !(ownCookie.test(name) || eidCookie.test(name)),
      );
      return [...faults, ...wrong.map((cookie) => `cookie: ${JSON.stringify(cookie)}`)];
    },
  };
}
