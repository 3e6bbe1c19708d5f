import { livePassages } from "@terskel/access/api/passages";
import type { Received } from "@terskel/platform/contract";
import { useEffect, useEffectEvent, useState } from "react";
import { addressOf } from "./address.ts";
import { listen, type LiveState } from "./live.ts";

export type LiveEvent = Received<typeof livePassages>;

/** Calls `onEvent` for what happens at the doors of one organisation that the person may see. */
export function useLive(organisation: string, onEvent: (event: LiveEvent) => void): LiveState {
  const [state, setState] = useState<LiveState>("connecting");
  const receive = useEffectEvent((data: unknown) => onEvent(data as LiveEvent));
  useEffect(
    () =>
      listen(addressOf(livePassages, { organisation }), ["passage", "lock"], {
        onEvent: receive,
        onState: setState,
      }),
    [organisation],
  );
  return state;
}
