export type LiveState = "connecting" | "open" | "lost";

type Handlers = {
  readonly onEvent: (data: unknown) => void;
  readonly onState: (state: LiveState) => void;
};

const firstWaitMs = 1_000;
const longestWaitMs = 30_000;

/** How long to wait before attempt `n` (0 is the first retry): doubling, with up to a quarter of jitter. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  return Math.min(firstWaitMs * 2 ** attempt, longestWaitMs) * (1 + random() / 4);
}

/**
 * Listens to a server-sent event stream until the returned function is called. EventSource gives
 * up for good on an HTTP error; here it is tried again, more and more slowly. While the page is
 * hidden there is no stream: HTTP/1.1 allows a browser six connections to one server, for all tabs.
 */
export function listen(address: string, names: readonly string[], handlers: Handlers): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;

  const receive = (event: MessageEvent<string>) => {
    const data = JSON.parse(event.data) as object;
    handlers.onEvent(event.type === "message" ? data : { event: event.type, ...data });
  };

  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };

  const open = () => {
    close();
    handlers.onState("connecting");
    const opened = new EventSource(address);
    source = opened;
    opened.addEventListener("open", () => {
      attempt = 0;
      handlers.onState("open");
    });
    opened.addEventListener("message", receive);
    for (const name of names) opened.addEventListener(name, receive);
    opened.addEventListener("error", () => {
      handlers.onState("lost");
      if (opened.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, backoffMs(attempt));
      attempt += 1;
    });
  };

  const follow = () => {
    if (document.hidden) close();
    else if (!source || source.readyState === EventSource.CLOSED) open();
  };
  document.addEventListener("visibilitychange", follow);
  addEventListener("online", follow);
  follow();

  return () => {
    document.removeEventListener("visibilitychange", follow);
    removeEventListener("online", follow);
    close();
  };
}
