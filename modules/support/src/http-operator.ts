import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as api from "./api/operator.ts";
import { listForOperator } from "./cases.ts";
import { answerAsStaff } from "./messages.ts";
import { openOnBehalf } from "./open-on-behalf.ts";
import type { SupportPorts } from "./ports.ts";
import { takeCase } from "./take.ts";
import { close } from "./turn.ts";

type Context = Parameters<SupportPorts["withContext"]>[0];

/** In the organisation's name, and as none of its members. */
const onBehalfOf = (context: Context, organisation?: string): Context => ({
  ...context,
  organisation,
  member: undefined,
});

/** What the operator's staff do on an organisation's behalf. */
export function operatorRoutes({ withContext, now }: SupportPorts): Route[] {
  return [
    handle(
      api.allCases,
      async ({ context, query }) =>
        await withContext(onBehalfOf(context), (tx) => listForOperator(tx, context.member, query)),
    ),
    handle(
      api.openCase,
      async ({ context, params }) =>
        await withContext(onBehalfOf(context, params.organisation), (tx) =>
          openOnBehalf(tx, { ...params, caller: context.member }, now()),
        ),
    ),
    handle(api.answerOnBehalf, async ({ context, params, body }) => {
      const staff = { side: "operator", member: context.member ?? "" } as const;
      await withContext(onBehalfOf(context, params.organisation), (tx) =>
        answerAsStaff(tx, params.case, body, staff, now()),
      );
    }),
    handle(api.takeOnBehalf, async ({ context, params, body }) => {
      const by = body.by === "me" ? context.member : undefined;
      await withContext(onBehalfOf(context, params.organisation), (tx) =>
        takeCase(tx, params.case, by),
      );
    }),
    handle(api.closeOnBehalf, async ({ context, params }) => {
      await withContext(onBehalfOf(context, params.organisation), (tx) =>
        close(tx, params.case, now()),
      );
    }),
  ];
}
