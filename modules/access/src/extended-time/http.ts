import { writeOpenedByStaff } from "@terskel/kernel";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as api from "../api/extended-time.ts";
import { memberOf } from "../members.ts";
import type { AccessPorts } from "../ports.ts";
import type { Tx } from "../tx.ts";
import { hasExtendedTime, setExtendedTime } from "./extended-time.ts";

/** That doors stay unlocked for longer for somebody: said by themselves, or by an administrator whom they asked. */
export function extendedTimeRoutes({ withContext, now }: AccessPorts): Route[] {
  return [
    handle(api.myExtendedTime, async ({ context }) => ({
      on: await withContext(context, async (tx: Tx) => hasExtendedTime(tx, memberOf(context))),
    })),
    handle(api.setMyExtendedTime, async ({ context, params: { organisation }, body: { on } }) => {
      await withContext(context, async (tx: Tx) =>
        setExtendedTime(tx, organisation, memberOf(context), on),
      );
    }),
    handle(api.extendedTimeOf, async ({ context, params: { person } }) => ({
      on: await withContext(context, async (tx: Tx) => {
        const on = await hasExtendedTime(tx, person);
        await writeOpenedByStaff(tx, context, person, ["access-right"], now());
        return on;
      }),
    })),
    handle(api.setExtendedTimeOf, async ({ context, params, body: { on } }) => {
      await withContext(context, async (tx: Tx) =>
        setExtendedTime(tx, params.organisation, params.person, on),
      );
    }),
  ];
}
