import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { callerOf } from "../administration.ts";
import * as api from "../api/unlocking.ts";
import type { AccessPorts } from "../ports.ts";
import { endKeptLocked, keepLocked } from "./keep-locked.ts";

export function unlockingRoutes({ withContext, now }: AccessPorts): Route[] {
  return [
    handle(api.keepLocked, async (input) => {
      const { organisation, door } = input.params;
      const until = input.body.until === undefined ? undefined : new Date(input.body.until);
      await withContext(input.context, (tx) =>
        keepLocked(tx, organisation, callerOf(input), door, until, now()),
      );
    }),
    handle(api.endKeptLocked, async (input) => {
      const { organisation, door } = input.params;
      await withContext(input.context, (tx) =>
        endKeptLocked(tx, organisation, callerOf(input), door),
      );
    }),
  ];
}
