import { isLanguage, negotiateLanguage } from "@terskel/platform/i18n";
import type { createPrivacy } from "@terskel/kernel";
import type { FastifyInstance, FastifyRequest } from "fastify";

type Pages = ReturnType<typeof createPrivacy>["noticePages"];
const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/**
 * `/notices/ORGANISATION`, the stable public address of each organisation's privacy notice, and `/notices`,
 * the operator's own: whole pages from the server, that need no script, no sign-in and no cookie
 * (docs/decisions/0021).
 */
export function mountNotices(app: FastifyInstance, pages: Pages): void {
  app.get("/notices/notice.css", (_request, reply) =>
    reply.type("text/css; charset=utf-8").header("cache-control", "no-cache").send(pages.style),
  );
  type Of = { organisation: string; number: string };
  /** A page of an organisation's, by what `make` makes of it; none where there is none. */
  const page = (
    path: string,
    make: (asked: {
      organisation: string;
      number: number | undefined;
      query: URLSearchParams;
      reader: ReturnType<typeof readerOf>;
    }) => Promise<string | undefined>,
  ) =>
    app.get<{ Params: Of }>(path, async (request, reply) => {
      const reader = readerOf(request);
      const { organisation, number } = request.params;
      const { searchParams: query } = new URL(request.url, "http://localhost");
      const known = organisation === undefined || uuid.test(organisation);
      const asked = { organisation, number: wholeNumber(number), query, reader };
      const made = known ? await make(asked) : undefined;
      return await reply
        .code(made === undefined ? 404 : 200)
        .type("text/html; charset=utf-8")
        .header("content-language", reader.language)
        .header("cache-control", "no-cache")
        .header("vary", "accept-language")
        .send(made ?? pages.none(reader));
    });
  page("/notices", async ({ reader }) => await pages.page(undefined, reader));
  app.get("/notices/", (_request, reply) => reply.redirect("/notices"));
  page(
    "/notices/:organisation",
    async ({ organisation, reader }) => await pages.page(organisation, reader),
  );
  page("/notices/:organisation/versions", async ({ organisation, query, reader }) => {
    const before = wholeNumber(query.get("before") ?? undefined);
    return await pages.versions(organisation, before, reader);
  });
  page("/notices/:organisation/versions/:number", async ({ organisation, number, reader }) =>
    number === undefined ? undefined : await pages.version(organisation, number, reader),
  );
  page("/notices/:organisation/compare", async ({ organisation, query, reader }) => {
    const [from, to] = ["from", "to"].map((name) => wholeNumber(query.get(name) ?? undefined));
    if (from === undefined || to === undefined) return undefined;
    return await pages.compare(organisation, [from, to], reader);
  });
}

/** The number of a version; undefined for what is none. */
const wholeNumber = (text: string | undefined) =>
  text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;

/** The language that was asked for, else the browser's; the country, where the browser names it first. */
function readerOf({ url, headers }: FastifyRequest) {
  const accepts = headers["accept-language"];
  const asked = new URL(url, "http://localhost").searchParams.get("lang") ?? "";
  const country = /^\s*[a-z]{2}-([a-z]{2})\b/i.exec(accepts ?? "")?.[1]?.toUpperCase();
  return {
    language: isLanguage(asked) ? asked : negotiateLanguage(accepts),
    country,
  };
}
