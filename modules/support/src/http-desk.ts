import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as api from "./api/desk.ts";
import { listForDesk } from "./cases.ts";
import { answerAsStaff } from "./messages.ts";
import { readForStaff } from "./one-case.ts";
import { openForPerson } from "./open-case.ts";
import type { SupportPorts } from "./ports.ts";
import { takeCase } from "./take.ts";
import { close } from "./turn.ts";

/** What an organisation's administrators do at its cases. */
export function deskRoutes({ withContext, now }: SupportPorts): Route[] {
  return [
    handle(
      api.cases,
      async ({ context, params, query }) =>
        await withContext(context, (tx) => listForDesk(tx, { ...context, ...params }, query)),
    ),
    handle(
      api.oneCase,
      async ({ context, params }) =>
        await withContext(context, (tx) => readForStaff(tx, params.case, context.member)),
    ),
    handle(api.addCase, async ({ context, params, body }) => {
      const { person, told, ...given } = body;
      const whose = { organisation: params.organisation, member: person };
      const author = context.member ?? "";
      return await withContext(context, (tx) =>
        openForPerson(tx, whose, given, { how: told, author }, now()),
      );
    }),
    handle(api.answer, async ({ context, params, body }) => {
      const staff = { side: "organisation", member: context.member ?? "" } as const;
      await withContext(context, (tx) => answerAsStaff(tx, params.case, body, staff, now()));
    }),
    handle(api.take, async ({ context, params, body }) => {
      const by = body.by === "me" ? context.member : undefined;
      await withContext(context, (tx) => takeCase(tx, params.case, by));
    }),
    handle(api.close, async ({ context, params }) => {
      await withContext(context, (tx) => close(tx, params.case, now()));
    }),
  ];
}
