import type { IncomingMessage, ServerResponse } from "node:http";
import { negotiateLanguage } from "@terskel/platform/i18n";
import { contentSecurityPolicy, failedPage, personsPage, styleSheet } from "./page.ts";
import { createProvider } from "./provider.ts";
import type { TestEidOptions } from "./provider.ts";
import { cookieNames, testEidStored } from "./stored.ts";

export type { TestEidOptions };
export { testEidStored };

/**
 * The test eID: an OpenID Connect provider with invented persons, for the demo and the tests. Its
 * page lists them; `login_hint` with a person's key picks that one with no page.
 * @returns a handler for everything under the issuer's path, to be called before a body is parsed
 * @throws Error in production: there it would let anybody be anybody
 */
export function createTestEid(options: TestEidOptions) {
  if (options.production) throw new Error("The test eID does not exist in production.");
  const prefix = options.issuer.pathname.replace(/\/$/, "");
  const provider = createProvider(options, prefix);
  const callback = provider.callback();

  async function interact(request: IncomingMessage, response: ServerResponse) {
    const language = languageOf(request);
    const asked = await provider.interactionDetails(request, response).catch(() => undefined);
    if (!asked) return send(response, 400, "text/html", failedPage(language, prefix));
    const hint = asked.params.login_hint;
    const form = request.method === "POST" ? await readForm(request) : new URLSearchParams();
    const key = form.get("person") ?? (request.method === "GET" ? hint : undefined);
    const person = options.persons.find((each) => each.key === key);
    const finish = { mergeWithLastSubmission: false };
    if (form.has("cancel")) {
      const result = { error: "access_denied", error_description: "cancelled" };
      return await provider.interactionFinished(request, response, result, finish);
    }
    if (person) {
      const result = { login: { accountId: person.subject, remember: false } };
      return await provider.interactionFinished(request, response, result, finish);
    }
    send(response, 200, "text/html", personsPage(options.persons, language, prefix, asked.uid));
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const path = (request.url ?? "").slice(prefix.length) || "/";
    if (path === "/style.css") return send(response, 200, "text/css", styleSheet);
    if (path.startsWith("/interaction/")) {
      interact(request, response).catch(() => {
        send(response, 400, "text/html", failedPage(languageOf(request), prefix));
      });
      return;
    }
    // Who to be is asked each time: a session of the test eID from before never answers.
    request.headers.cookie = request.headers.cookie
      ?.split("; ")
      .filter((each) => !each.startsWith(cookieNames.session))
      .join("; ");
    // Koa sees the path without the prefix, and finds the prefix in originalUrl.
    Object.assign(request, { originalUrl: request.url, url: path });
    void callback(request, response);
  };
}

const languageOf = (request: IncomingMessage) =>
  negotiateLanguage(request.headers["accept-language"]);

function send(response: ServerResponse, status: number, type: string, body: string) {
  if (response.headersSent) return;
  response.writeHead(status, {
    "content-type": `${type}; charset=utf-8`,
    "cache-control": "no-store",
    "content-security-policy": contentSecurityPolicy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  });
  response.end(body);
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) {
    text += String(chunk);
    if (text.length > 4096) throw new Error("The form is too long.");
  }
  return new URLSearchParams(text);
}
