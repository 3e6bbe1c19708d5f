import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as api from "./api/grants.ts";
import { addCredential, listCredentials, removeCredential } from "./credentials.ts";
import { byId } from "./place-in-list.ts";
import type { AccessPorts } from "./ports.ts";

export function credentialRoutes({ withContext, keys }: AccessPorts): Route[] {
  return [
    handle(api.credentials, async ({ context, params, query: { limit, cursor } }) => {
      const after = readCursor(byId, cursor);
      const rows = await withContext(context, (tx) =>
        listCredentials(tx, params.person, limit + 1, after),
      );
      return toPage(
        rows,
        limit,
        (row) => [row.id],
        ({ created_at, ...row }) => ({ ...row, createdAt: created_at.toISOString() }),
      );
    }),
    handle(api.addCredential, async ({ context, params: { organisation, person }, body }) => ({
      id: await withContext(context, (tx) => addCredential(tx, keys, organisation, person, body)),
    })),
    handle(api.removeCredential, async ({ context, params }) => {
      const { organisation, person, credential } = params;
      await withContext(context, (tx) => removeCredential(tx, organisation, person, credential));
    }),
  ];
}
