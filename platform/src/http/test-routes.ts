import { z } from "zod";
import { createLog } from "../log.ts";
import { route } from "./contract.ts";
import { handle } from "./input.ts";
import type { Route, Session } from "./input.ts";
import { createHttp } from "./server.ts";

/** Contracts of every kind, for the tests of the HTTP layer. */
const params = z.strictObject({ organisation: z.uuid() });
const common = { activity: "trial.try", summary: "For tests." } as const;

export const contracts = {
  echo: route({
    ...common,
    id: "trial.echo",
    method: "POST",
    path: "/api/v1/echo",
    who: "anyone",
    query: z.strictObject({ loud: z.enum(["yes", "no"]).default("no") }),
    body: z.strictObject({
      name: z.string().min(2).max(20),
      inner: z.strictObject({ n: z.int() }).optional(),
    }),
    response: z.object({ name: z.string(), loud: z.string() }),
    status: 201,
  }),
  nothing: route({
    ...common,
    id: "trial.nothing",
    method: "DELETE",
    path: "/api/v1/things/:thing",
    who: "person",
    params: z.strictObject({ thing: z.string().max(40) }),
  }),
  member: route({
    ...common,
    id: "trial.member",
    method: "GET",
    path: "/api/v1/organisations/:organisation/me",
    who: "member",
    params,
    response: z.object({ role: z.string(), organisation: z.string(), member: z.string() }),
  }),
  administrator: route({
    ...common,
    id: "trial.administrator",
    method: "PUT",
    path: "/api/v1/organisations/:organisation/name",
    who: "administrator",
    params,
    body: z.strictObject({ name: z.string() }),
  }),
  operator: route({
    ...common,
    id: "trial.operator",
    method: "GET",
    path: "/api/v1/operator",
    who: "operator",
    response: z.object({ organisation: z.string() }),
  }),
  fail: route({
    ...common,
    id: "trial.fail",
    method: "GET",
    path: "/api/v1/fail",
    who: "anyone",
    response: z.object({ ok: z.boolean() }),
  }),
  stream: route({
    ...common,
    id: "trial.stream",
    method: "GET",
    path: "/api/v1/stream",
    who: "person",
    stream: "sse",
    response: z.object({ event: z.literal("tick"), n: z.number() }),
  }),
  picture: route({
    ...common,
    id: "trial.picture",
    method: "GET",
    path: "/api/v1/picture",
    who: "person",
    raw: { status: 200, media: ["image/webp"], shows: z.unknown() },
  }),
  away: route({
    ...common,
    id: "trial.away",
    method: "GET",
    path: "/api/v1/away",
    who: "anyone",
    raw: { status: 303 },
  }),
  file: route({
    ...common,
    id: "trial.file",
    method: "GET",
    path: "/api/v1/file",
    who: "person",
    file: { media: ["application/zip"], shows: z.unknown() },
  }),
} as const;

export const house = "0190b6a0-0000-7000-8000-00000000000a";
const operator = "0190b6a0-0000-7000-8000-00000000000b";

const membership = (
  organisation: string,
  role: "member" | "administrator",
  isOperator = false,
) => ({
  id: `membership in ${organisation}`,
  organisation,
  role,
  privacyOfficer: false,
  isOperator,
  hasSigned: isOperator,
});
const startedAt = new Date("2026-01-01T08:00:00Z");

/** Who is signed in is what the header `x-as` says: the edge of this layer's world. */
export const sessions: Record<string, Session> = {
  kari: {
    id: "1",
    startedAt,
    person: "kari",
    language: "sv",
    memberships: [membership(house, "member")],
  },
  admin: {
    id: "2",
    startedAt,
    person: "admin",
    memberships: [membership(house, "administrator")],
  },
  officer: {
    id: "6",
    startedAt,
    person: "officer",
    memberships: [{ ...membership(house, "member"), privacyOfficer: true }],
  },
  staff: {
    id: "3",
    startedAt,
    person: "staff",
    memberships: [membership(operator, "administrator", true)],
  },
  clerk: {
    id: "4",
    startedAt,
    person: "clerk",
    memberships: [membership(operator, "member", true)],
  },
  stranger: { id: "5", startedAt, person: "stranger", memberships: [] },
};

export type Behaviour = {
  fail?: () => unknown;
  stream?: (signal: AbortSignal) => AsyncIterable<{ event: "tick"; n: number }>;
  file?: () => AsyncIterable<Uint8Array>;
};

/** A server of these contracts. `behaviour` and `sessions` can be changed while it runs. */
export async function startTestHttp(config: { publicUrl?: string; proxies?: number } = {}) {
  const behaviour: Behaviour = {};
  const lines: string[] = [];
  const { app, mount } = await createHttp({
    config: {
      publicUrl: new URL(config.publicUrl ?? "http://terskel.test"),
      TRUSTED_PROXIES: config.proxies ?? 0,
    },
    log: createLog("debug", { write: (line: string) => void lines.push(line) }),
    cookies: new Set(["declared"]),
    authenticate: ({ headers }) => Promise.resolve(sessions[String(headers["x-as"])]),
  });
  const routes: Route[] = [
    handle(contracts.echo, ({ body, query }) =>
      Promise.resolve({ name: body.name, loud: query.loud, secret: "not in the contract" }),
    ),
    handle(contracts.nothing, () => Promise.resolve()),
    handle(contracts.member, ({ role, context }) =>
      Promise.resolve({
        role: String(role),
        organisation: String(context.organisation),
        member: String(context.member),
      }),
    ),
    handle(contracts.administrator, () => Promise.resolve()),
    handle(contracts.operator, ({ context }) =>
      Promise.resolve({ organisation: String(context.organisation) }),
    ),
    handle(contracts.fail, () => Promise.resolve(behaviour.fail?.() as { ok: boolean })),
    handle(contracts.stream, ({ signal }) => {
      if (!behaviour.stream) throw new Error("no stream was set");
      return behaviour.stream(signal);
    }),
    handle(contracts.picture, async ({ http }) => {
      await http.reply.type("image/webp").send(Buffer.from("RIFF"));
    }),
    handle(contracts.away, async ({ http }) => {
      await http.reply.redirect("/elsewhere", 303);
    }),
    handle(contracts.file, () => {
      if (!behaviour.file) throw new Error("no file was set");
      const content = behaviour.file();
      return Promise.resolve({ name: "copy.zip", media: "application/zip", content });
    }),
  ];
  mount(routes);
  return { app, mount, routes, behaviour, lines };
}
