import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as api from "../api/holds.ts";
import type { RightsPorts } from "../scope.ts";
import { holdableTables } from "./holdable.ts";
import { liftHold, listHolds, placeHold } from "./holds.ts";
import { listLedger } from "./list-ledger.ts";
import { listWithheld } from "./withheld.ts";

/** What an organisation's privacy officers see and say of deletion. */
export function retentionRoutes(ports: RightsPorts & { readonly now: () => Date }): Route[] {
  return [
    handle(api.holds, async ({ context, query }) => await listHolds(ports, context, query)),
    handle(api.holdableTables, () =>
      Promise.resolve({ tables: holdableTables(ports.processings) }),
    ),
    handle(api.placeHold, async ({ context, body }) => ({
      id: await placeHold(ports, context, body, ports.now()),
    })),
    handle(api.liftHold, async ({ context, params }) => {
      await liftHold(ports, context, params.hold);
    }),
    handle(api.withheld, async ({ context }) => await listWithheld(ports, context)),
    handle(api.ledger, async ({ context, query }) => await listLedger(ports, context, query)),
  ];
}
