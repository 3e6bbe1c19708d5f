export type LiveState = "connecting" | "open" | "lost";

export type Handlers = {
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
 * up for good on an HTTP error; here it is tried again, more and more slowly.
 */
export function stream(
  address: string,
  names: readonly string[],
  { onEvent, onState }: Handlers,
): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;

  const receive = (event: MessageEvent<string>) => onEvent(JSON.parse(event.data));
  const close = () => {
    clearTimeout(timer);
    source?.close();
  };
  const open = () => {
    close();
    onState("connecting");
    const opened = new EventSource(address);
    source = opened;
    opened.addEventListener("open", () => {
      attempt = 0;
      onState("open");
    });
    for (const name of names) opened.addEventListener(name, receive);
    opened.addEventListener("error", () => {
      onState("lost");
      if (opened.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, backoffMs(attempt));
      attempt += 1;
    });
  };
  const again = () => {
    if (source?.readyState === EventSource.CLOSED) open();
  };
  addEventListener("online", again);
  open();

  return () => {
    removeEventListener("online", again);
    close();
  };
}

/** Starts whenever the page is seen, and stops when it is hidden or the returned function is called. */
export function whileSeen(start: () => () => void): () => void {
  let stop: (() => void) | undefined;
  const follow = () => {
    if (!document.hidden) stop ??= start();
    else {
      stop?.();
      stop = undefined;
    }
  };
  document.addEventListener("visibilitychange", follow);
  follow();
  return () => {
    document.removeEventListener("visibilitychange", follow);
    stop?.();
  };
}
