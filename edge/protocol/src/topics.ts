import { PROTOCOL_VERSION, id } from "./words.ts";

/** Cloud to controller. Every message is signed. */
export const DOWN_KINDS = ["list", "command", "receipt", "confirmation"] as const;
export type DownKind = (typeof DOWN_KINDS)[number];

/** Controller to cloud. Plain JSON: who sent it is known by the broker's sign-in and the topic. */
export const UP_KINDS = ["hello", "events", "ack", "state", "presence"] as const;
export type UpKind = (typeof UP_KINDS)[number];

export type Kind = DownKind | UpKind;
export type Topic = { readonly controller: string; readonly kind: Kind };

const ROOT = `terskel/v${PROTOCOL_VERSION}/controllers`;
const KINDS: ReadonlySet<string> = new Set<Kind>([...DOWN_KINDS, ...UP_KINDS]);

export function topicOf(controller: string, kind: Kind): string {
  return `${ROOT}/${controller}/${kind}`;
}

/** What the cloud subscribes to: one kind from every controller. */
export function everyControllers(kind: UpKind): string {
  return `${ROOT}/+/${kind}`;
}

/** Undefined for a topic that is not of this protocol. */
export function parseTopic(topic: string): Topic | undefined {
  if (!topic.startsWith(`${ROOT}/`)) return undefined;
  const [controller, kind, ...rest] = topic.slice(ROOT.length + 1).split("/");
  if (controller === undefined || kind === undefined || rest.length > 0) return undefined;
  if (!isKind(kind) || !id.safeParse(controller).success) return undefined;
  return { controller, kind };
}

function isKind(word: string): word is Kind {
  return KINDS.has(word);
}

export function isDown(kind: Kind): kind is DownKind {
  return (DOWN_KINDS as readonly string[]).includes(kind);
}

/** For the broker: a controller publishes on its own up topics only, its last will included. */
export function mayPublish(controller: string, topic: string): boolean {
  const parsed = parseTopic(topic);
  return parsed?.controller === controller && !isDown(parsed.kind);
}

/** For the broker: a controller subscribes to its own down topics only; no wildcard. */
export function maySubscribe(controller: string, topic: string): boolean {
  const parsed = parseTopic(topic);
  return parsed?.controller === controller && isDown(parsed.kind);
}
