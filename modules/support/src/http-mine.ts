import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as api from "./api/mine.ts";
import { listOwn } from "./cases.ts";
import { writeAsPerson } from "./messages.ts";
import { readOwn } from "./one-case.ts";
import { openOwn } from "./open-case.ts";
import type { SupportPorts } from "./ports.ts";
import { close } from "./turn.ts";

/** What a person does in their own cases. Row-level security shows no one else's. */
export function ownRoutes({ withContext, now }: SupportPorts): Route[] {
  return [
    handle(
      api.myCases,
      async ({ context, query }) =>
        await withContext(context, (tx) => listOwn(tx, context.member ?? "", query)),
    ),
    handle(
      api.myCase,
      async ({ context, params }) => await withContext(context, (tx) => readOwn(tx, params.case)),
    ),
    handle(api.ask, async ({ context, params, body }) => {
      const whose = { organisation: params.organisation, member: context.member ?? "" };
      return await withContext(context, (tx) => openOwn(tx, whose, body, now()));
    }),
    handle(api.write, async ({ context, params, body }) => {
      await withContext(context, (tx) => writeAsPerson(tx, params.case, body, now()));
    }),
    handle(api.closeMine, async ({ context, params }) => {
      await withContext(context, (tx) => close(tx, params.case, now()));
    }),
  ];
}
