import type { Contract, Received } from "@terskel/platform/contract";

type Sent = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** RFC 9457, as far as the tests look at it. */
type ProblemBody = {
  readonly code: string;
  readonly title: string;
  readonly errors?: readonly { readonly path: string; readonly code: string }[];
};

/** What came back. `body` is of the contract's type when the status is below 300. */
export type Page<T = unknown> = {
  readonly status: number;
  readonly body: T;
  readonly problem: ProblemBody | undefined;
  readonly headers: Headers;
  readonly location: string | undefined;
  readonly text: string;
};

/** A browser as far as the server can tell: fetch with a cookie jar that keeps paths and expiry. */
export function createBrowser(origin: string) {
  const jar = new Map<string, string>();
  const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

  function keep(headers: Headers) {
    for (const line of headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(";");
      const at = pair.indexOf("=");
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      const gone = attributes.some((each) =>
        /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(each),
      );
      if (gone || value === "") jar.delete(name);
      else jar.set(name, value);
    }
  }

  async function go(address: string, init: RequestInit = {}): Promise<Page> {
    const answer = await fetch(new URL(address, origin), {
      ...init,
      redirect: "manual",
      headers: {
        "user-agent": firefox,
        "accept-language": "en",
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(init.headers as Record<string, string> | undefined),
      },
    });
    keep(answer.headers);
    const text = await answer.text();
    const type = answer.headers.get("content-type") ?? "";
    const body = type.includes("json") ? (JSON.parse(text) as unknown) : undefined;
    return {
      status: answer.status,
      headers: answer.headers,
      location: answer.headers.get("location") ?? undefined,
      text,
      body,
      problem: answer.status >= 400 ? (body as ProblemBody | undefined) : undefined,
    };
  }

  return {
    jar,
    go,
    /** Follows redirects until a page, or an address outside the API and the test eID. */
    async follow(address: string): Promise<Page & { readonly address: string }> {
      let current = new URL(address, origin);
      for (let hop = 0; hop < 10; hop += 1) {
        const received = await go(current.href);
        if (!received.location) return { ...received, address: current.href };
        current = new URL(received.location, current);
        if (!/^\/(api|test-eid)\//.test(current.pathname) || current.origin !== origin)
          return { ...received, address: current.href };
      }
      throw new Error("Too many redirects.");
    },
    /** Calls a route by its contract, as the portal would. */
    async call<C extends Contract>(contract: C, sent: Sent = {}): Promise<Page<Received<C>>> {
      const path = contract.path.replaceAll(/:(\w+)/g, (_, name: string) =>
        encodeURIComponent(sent.params?.[name] ?? ""),
      );
      const address = new URL(path, origin);
      for (const [name, value] of Object.entries(sent.query ?? {}))
        address.searchParams.set(name, String(value));
      const page = await go(address.href, {
        method: contract.method,
        headers: {
          origin,
          ...(sent.body === undefined ? {} : { "content-type": "application/json" }),
          ...sent.headers,
        },
        ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
      });
      return page as Page<Received<C>>;
    },
  };
}

export type Browser = ReturnType<typeof createBrowser>;
