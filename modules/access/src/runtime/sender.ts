import {
  createSigner,
  framesOf,
  signList,
  topicOf,
  type DownKind,
  type DownMessages,
  type ListDraft,
} from "@terskel/edge-protocol";
import { cloudSigningKey } from "../controller-keys.ts";
import type { AccessPorts } from "../ports.ts";

/** Signs a message and sends it to its controller. Rejects when the broker did not take it. */
export type Send = <K extends Exclude<DownKind, "list">>(
  kind: K,
  message: DownMessages[K],
) => Promise<void>;

/** Signs a list and sends it in its parts, one after the other. Rejects when the broker did not take one. */
export type SendList = (draft: ListDraft) => Promise<void>;

/**
 * Nothing sent to a door is retained. A broker that kept a list would go on holding who may open
 * what after the access is gone; a controller that missed one says its revision when it comes back
 * and is sent the list again.
 */
export function createSender({ keys, bus }: Pick<AccessPorts, "keys" | "bus">): Send {
  const signer = createSigner(cloudSigningKey(keys));
  return async (kind, message) => {
    const sign = await signer;
    await bus.publish(topicOf(message.controller, kind), await sign(kind, message));
  };
}

export function createListSender({ keys, bus }: Pick<AccessPorts, "keys" | "bus">): SendList {
  const signer = createSigner(cloudSigningKey(keys));
  return async (draft) => {
    const { controller, revision } = draft.manifest;
    const topic = topicOf(controller, "list");
    for (const frame of framesOf(await signList(await signer, draft), revision))
      await bus.publish(topic, frame);
  };
}
