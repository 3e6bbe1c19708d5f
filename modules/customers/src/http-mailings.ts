import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { z } from "zod";
import * as api from "./api/mailings.ts";
import type { Texts } from "./letter.ts";
import {
  addMailing,
  changeMailing,
  confirmMailing,
  countRecipients,
  findMailing,
  listMailings,
  removeMailing,
} from "./mailings.ts";
import { operatorName } from "./operator-name.ts";
import type { CustomersPorts } from "./ports.ts";
import { previewsOf, shownMailing } from "./show-mailing.ts";

const byId = z.tuple([z.uuid()]);
const kind = "marketing";

export function mailingRoutes({ withContext, now, publicUrl }: CustomersPorts): Route[] {
  return [
    handle(api.mailings, async ({ context, query: { limit, cursor } }) => {
      const before = readCursor(byId, cursor);
      const rows = await withContext(context, (tx) =>
        listMailings(tx, kind, limit + 1, before?.[0]),
      );
      return toPage(rows, limit, (row) => [row.id], shownMailing);
    }),
    handle(
      api.oneMailing,
      async ({ context, params }) =>
        await withContext(context, async (tx) => {
          const row = await findMailing(tx, kind, params.mailing);
          return {
            ...shownMailing(row),
            recipients: await countRecipients(tx),
            previews: previewsOf(row.texts as Texts, kind, await operatorName(tx), publicUrl),
          };
        }),
    ),
    handle(api.addMailing, async ({ context, body }) => {
      const { organisation = "" } = context;
      const given = { organisation, kind, texts: body.texts as Texts, at: now() } as const;
      return { id: await withContext(context, (tx) => addMailing(tx, given)) };
    }),
    handle(api.changeMailing, async ({ context, params, body }) => {
      await withContext(context, (tx) =>
        changeMailing(tx, kind, params.mailing, body.texts as Texts),
      );
    }),
    handle(api.removeMailing, async ({ context, params }) => {
      await withContext(context, (tx) => removeMailing(tx, kind, params.mailing));
    }),
    handle(api.sendMailing, async ({ context, params, body }) => {
      const { organisation = "" } = context;
      await withContext(context, (tx) =>
        confirmMailing(tx, { organisation, kind, ...params, ...body, at: now() }),
      );
    }),
  ];
}
