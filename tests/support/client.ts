import { once } from "node:events";
import { request } from "node:http";
import type { IncomingMessage } from "node:http";
import { startEid } from "@terskel/identity/api/sign-in";
import type { Call, Contract, Received } from "@terskel/platform/contract";

export type Answer = { readonly status: number; readonly body: unknown; readonly headers: Headers };

/** A person's client without a browser: cookies, JSON, no redirects followed by itself. */
export class Client {
  readonly url: string;
  readonly #cookies = new Map<string, string>();

  constructor(url: string) {
    this.url = url;
  }

  #cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const target = new URL(path, this.url);
    const headers = new Headers(init.headers);
    if (this.#cookies.size > 0) headers.set("cookie", this.#cookie());
    const answer = await fetch(target, {
      ...init,
      headers,
      redirect: "manual",
      signal: init.signal ?? AbortSignal.timeout(20_000),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /max-age=0|expires=thu, 01 jan 1970/i.test(line))
        this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return answer;
  }

  /** Any request, any answer. */
  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await this.fetch(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const json = answer.headers.get("content-type")?.includes("json");
    return { status: answer.status, headers: answer.headers, body: json ? JSON.parse(text) : text };
  }

  /** Says that a body of so many bytes will come, sends none of it, and reads the answer. */
  async announce(method: string, path: string, bytes: number): Promise<Answer> {
    const asked = request(new URL(path, this.url), {
      method,
      headers: {
        cookie: this.#cookie(),
        "content-type": "application/json",
        "content-length": bytes,
      },
    });
    asked.flushHeaders();
    const [answer] = (await once(asked, "response", {
      signal: AbortSignal.timeout(10_000),
    })) as [IncomingMessage];
    const body: unknown = JSON.parse(Buffer.concat(await answer.toArray()).toString("utf8"));
    asked.destroy();
    return { status: answer.statusCode ?? 0, headers: new Headers(answer.headers as never), body };
  }

  /** Calls a route by its contract. @throws Error when it answers with a problem */
  async call<C extends Contract>(contract: C, call: Call<C>): Promise<Received<C>> {
    const answer = await this.send(contract.method, pathOf(contract, call), call.body);
    if (answer.status >= 400) {
      throw new Error(`${contract.id}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    return (contract.response ? contract.response.parse(answer.body) : undefined) as Received<C>;
  }

  /** Signs in as one of the demo's test persons, through the test eID. */
  async signIn(testPerson: string): Promise<this> {
    let { location } = await this.call(startEid, { body: { testPerson } });
    for (let step = 0; step < 12; step += 1) {
      const answer = await this.fetch(location);
      await answer.body?.cancel();
      const next = answer.headers.get("location");
      if (!next) return this;
      location = new URL(next, new URL(location, this.url)).href;
      const { pathname, search } = new URL(location);
      if (search.includes("problem=")) throw new Error(`Not signed in: ${search}`);
      if (!/^\/(api|test-eid)\//.test(pathname)) return this;
    }
    throw new Error("Too many redirects while signing in.");
  }
}

/** The address of a call: path parameters filled in, query appended. */
export function pathOf(contract: Contract, call: { params?: unknown; query?: unknown }): string {
  const params = (call.params ?? {}) as Record<string, string>;
  const path = contract.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ""),
  );
  const query = new URLSearchParams(
    Object.entries((call.query ?? {}) as Record<string, unknown>)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}
