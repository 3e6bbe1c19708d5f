import type { Handlers, LiveState } from "./live.ts";

type Message =
  | { readonly kind: "event"; readonly data: unknown }
  | { readonly kind: "state"; readonly state: LiveState }
  /** Somebody new listens: how do things stand? */
  | { readonly kind: "hello" };

/**
 * One stream for all tabs: over HTTP/1.1 a browser has six connections to a server, and a seventh tab
 * would wait for ever. The tab that holds the lock has the stream and tells the others; when it leaves, the
 * browser gives the lock to the next.
 * @param name of what is shared: it must differ between persons
 */
export function shareAmongTabs(
  name: string,
  { onEvent, onState }: Handlers,
  start: (handlers: Handlers) => () => void,
): () => void {
  const channel = new BroadcastChannel(name);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin
  const say = (message: Message) => channel.postMessage(message);
  const left = new AbortController();
  /** Known to the tab that has the stream. */
  let state: LiveState | undefined;

  channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if (data.kind === "event") onEvent(data.data);
    else if (data.kind === "state") onState(data.state);
    else if (state) say({ kind: "state", state });
  });
  onState("connecting");
  say({ kind: "hello" });

  const lead = async () => {
    if (left.signal.aborted) return;
    const stop = start({
      onEvent: (data) => {
        onEvent(data);
        say({ kind: "event", data });
      },
      onState: (now) => {
        state = now;
        onState(now);
        say({ kind: "state", state: now });
      },
    });
    await new Promise((resolve) => left.signal.addEventListener("abort", resolve, { once: true }));
    stop();
  };
  const { signal } = left;
  navigator.locks.request(name, { signal }, lead).catch((error: unknown) => {
    // Whoever leaves while waiting for the lock is told so by an error.
    if (!signal.aborted) throw error;
  });

  return () => {
    left.abort();
    channel.close();
  };
}
