import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Verdict } from "@terskel/edge-agent";
import type { DoorAct } from "@terskel/edge-agent/simulated-doors";
import type { AccessPoint, ReaderCredentialKind } from "@terskel/edge-protocol";
import { acted, presented, type Card } from "./cards.ts";
import { Refused, checkSameOrigin, readJson } from "./guard.ts";
import { languageOf } from "./language.ts";
import type { Live } from "./live.ts";
import { renderPage } from "./page.ts";
import { StartProblem } from "./problem.ts";
import type { SiteView } from "./site.ts";

export type SimulatorSite = {
  view(): SiteView;
  present(
    door: string,
    kind: ReaderCredentialKind,
    number: string,
    at: AccessPoint,
  ): Promise<Verdict>;
  act(door: string, act: DoorAct): void;
  readonly cards: readonly Card[];
  readonly live: Live;
};

export type SimulatorServer = { readonly port: number; stop(): Promise<void> };

const HEADERS = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
};

const ASSETS: Readonly<Record<string, string>> = {
  "page.css": "text/css; charset=utf-8",
  "keypad.css": "text/css; charset=utf-8",
  "page.js": "text/javascript; charset=utf-8",
  "icon.svg": "image/svg+xml",
};

/** Serves the page and the doors on 127.0.0.1 only. Throws StartProblem when the port is taken. */
export async function startServer(
  port: number,
): Promise<SimulatorServer & { serve(site: SimulatorSite): void }> {
  let site: SimulatorSite | undefined;
  const server = createServer((request, response) => {
    void answer(request, response, site, portOf(server.address()));
  });
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new StartProblem(
      code === "EADDRINUSE"
        ? `port ${port} is taken; give another with --port`
        : `port ${port} cannot be used (${code}); give another with --port`,
    );
  }
  return {
    port: portOf(server.address()),
    serve: (each) => void (site = each),
    async stop() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function portOf(address: ReturnType<ReturnType<typeof createServer>["address"]>): number {
  return address !== null && typeof address === "object" ? address.port : 0;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  site: SimulatorSite | undefined,
  port: number,
): Promise<void> {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  try {
    if (!site) throw new Refused(503, "starting");
    checkSameOrigin(request, port);
    await route(request, response, site);
  } catch (error) {
    const refused = error instanceof Refused ? error : new Refused(500, "the simulator failed");
    if (response.headersSent) return void response.end();
    // The rest of an oversized body is not read.
    if (refused.status === 413) response.setHeader("connection", "close");
    send(response, refused.status, { error: refused.message });
  }
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  site: SimulatorSite,
): Promise<void> {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  const [, door, what] = /^\/doors\/([^/]+)\/(present|act)$/.exec(path) ?? [];
  if (door !== undefined) {
    if (request.method !== "POST") throw new Refused(405, "POST only");
    const at = what === "act" ? actAt : presentAt;
    return at(door, request, response, site);
  }
  if (request.method !== "GET") throw new Refused(405, "GET only");
  if (path === "/doors") return send(response, 200, site.view());
  if (path === "/events") return site.live.join(response);
  if (path === "/") {
    const language = languageOf(request.headers["accept-language"]);
    response.setHeader("cache-control", "no-store");
    response.setHeader("content-type", "text/html; charset=utf-8");
    return void response.end(renderPage(language, site.view(), site.cards));
  }
  const asset = /^\/page\/([a-z.]+)$/.exec(path)?.[1] ?? "";
  const type = Object.hasOwn(ASSETS, asset) ? ASSETS[asset] : undefined;
  if (type === undefined) throw new Refused(404, "nothing here");
  response.setHeader("content-type", type);
  response.end(await readFile(new URL(`./page/${asset}`, import.meta.url)));
}

async function presentAt(
  door: string,
  request: IncomingMessage,
  response: ServerResponse,
  site: SimulatorSite,
): Promise<void> {
  const body = presented.safeParse(await readJson(request));
  if (!body.success) throw new Refused(400, "wanted: kind and number");
  checkDoor(door, site);
  const { kind, number, at } = body.data;
  const verdict = await site.present(door, kind, number, at);
  site.live.changed();
  send(response, 200, verdict);
}

async function actAt(
  door: string,
  request: IncomingMessage,
  response: ServerResponse,
  site: SimulatorSite,
): Promise<void> {
  const body = acted.safeParse(await readJson(request));
  if (!body.success) throw new Refused(400, "wanted: act");
  checkDoor(door, site);
  site.act(door, body.data.act);
  site.live.changed();
  const { position } = site.view().doors.find((each) => each.id === door)!;
  send(response, 200, { position });
}

function checkDoor(door: string, site: SimulatorSite): void {
  if (!site.view().doors.some((each) => each.id === door)) throw new Refused(404, "no such door");
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader("content-type", "application/json");
  response.setHeader("cache-control", "no-store");
  response.end(JSON.stringify(body));
}
