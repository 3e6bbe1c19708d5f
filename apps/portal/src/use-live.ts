import { doorAlarms } from "@terskel/access/api/alarms";
import { livePassages, myDoors, passages } from "@terskel/access/api/passages";
import { doors, oneDoor } from "@terskel/access/api/places";
import type { Received } from "@terskel/platform/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { addressOf } from "./address.ts";
import { shareAmongTabs } from "./live-tabs.ts";
import { stream, whileSeen, type Handlers, type LiveState } from "./live.ts";
import { useMe } from "./me.ts";

export type LiveEvent = Received<typeof livePassages>;

const start = (handlers: Handlers) =>
  stream(addressOf(livePassages), ["passage", "lock", "alarm"], handlers);

/** Calls `onEvent` for what happens at the doors that the person may see, in all organisations. */
export function useLive(onEvent: (event: LiveEvent) => void): LiveState {
  const { id, memberships } = useMe();
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");
  const receive = useEffectEvent((data: unknown) => onEvent(data as LiveEvent));
  // The server asks once whose organisations these are.
  const name = ["terskel", id, ...memberships.map((each) => each.id)].join(" ");
  useEffect(() => {
    let opened = false;
    let before: LiveState | undefined;
    const handlers: Handlers = {
      onEvent: receive,
      onState: (now) => {
        // Another tab that has come asks how things stand, and all are told.
        if (now === before) return;
        before = now;
        setState(now);
        if (now !== "open") return;
        // What happened between two streams is in neither.
        if (opened) {
          for (const { id: read } of [myDoors, doors, oneDoor, doorAlarms, passages]) {
            void client.invalidateQueries({ queryKey: [read] });
          }
        }
        opened = true;
      },
    };
    return whileSeen(() =>
      // Over plain http there are no locks, but to localhost.
      isSecureContext ? shareAmongTabs(name, handlers, start) : start(handlers),
    );
  }, [name, client]);
  return state;
}
