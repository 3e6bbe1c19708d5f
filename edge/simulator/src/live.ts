import type { ServerResponse } from "node:http";
import type { SiteView } from "./site.ts";

export type Live = {
  /** Streams the site's state to one browser, at once and at each change, until it goes away. */
  join(response: ServerResponse): void;
  /** Something may have changed. */
  changed(): void;
  stop(): void;
};

const STATUS_MS = 500;

/** Server-sent events: what the page shows is what this process has, without asking for it. */
export function createLive(view: () => SiteView): Live {
  const browsers = new Set<ServerResponse>();
  let last = "";
  const changed = (): void => {
    const now = JSON.stringify(view());
    if (now === last) return;
    last = now;
    for (const browser of browsers) browser.write(`data: ${now}\n\n`);
  };
  // The connection and the buffer change without a door moving.
  const timer = setInterval(changed, STATUS_MS);
  return {
    changed,
    join(response) {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(`data: ${JSON.stringify(view())}\n\n`);
      browsers.add(response);
      response.on("close", () => browsers.delete(response));
    },
    stop() {
      clearInterval(timer);
      for (const browser of browsers) browser.end();
    },
  };
}
