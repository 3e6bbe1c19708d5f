import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Input, Route } from "@terskel/platform/http";
import * as api from "../api/integrations.ts";
import { byName } from "../place-in-list.ts";
import type { AccessPorts } from "../ports.ts";
import { addIntegration, listIntegrations, removeIntegration } from "./administer.ts";
import { listSharedDoors, listSharedPassages, listSharedUsers } from "./share.ts";
import { inSharing, readToken } from "./third-party.ts";

/** What an administrator lets third parties read, and what these read (C10). */
export function integrationRoutes(ports: AccessPorts): Route[] {
  const { withContext, now } = ports;
  return [
    handle(api.integrations, async ({ context, query: { limit, cursor } }) => {
      const after = readCursor(byName, cursor);
      const rows = await withContext(context, (tx) => listIntegrations(tx, limit + 1, after));
      return toPage(
        rows,
        limit,
        (row) => [row.name, row.id],
        ({ id, name, doors, expires_at, created_at, country, agreement_ends_at, ground }) => ({
          id,
          name,
          doors,
          expiresAt: expires_at.toISOString(),
          createdAt: created_at.toISOString(),
          ...(country
            ? {
                receiver: {
                  country,
                  ...(agreement_ends_at
                    ? { agreementEndsAt: agreement_ends_at.toISOString() }
                    : {}),
                  ...(ground ? { ground } : {}),
                },
              }
            : {}),
        }),
      );
    }),
    handle(
      api.addIntegration,
      async ({ context, params, body }) =>
        await withContext(context, (tx) => addIntegration(tx, params.organisation, body, now())),
    ),
    handle(api.removeIntegration, async ({ context, params }) => {
      await withContext(context, (tx) => removeIntegration(tx, params.integration));
    }),
    ...sharedRoutes(ports),
  ];
}

function sharedRoutes(ports: AccessPorts): Route[] {
  const third = async ({ http }: Pick<Input<Route["contract"]>, "http">) => {
    // For a refusal (RFC 6750 § 3); with an answer it says nothing.
    void http.reply.header("www-authenticate", "Bearer");
    const who = await readToken(ports, http.request.headers.authorization);
    void http.reply.removeHeader("www-authenticate");
    return who;
  };
  return [
    handle(api.sharedDoors, async (input) => {
      const { limit, cursor } = input.query;
      const after = readCursor(byName, cursor);
      const who = await third(input);
      const rows = await inSharing(ports, who, (tx) => listSharedDoors(tx, limit + 1, after));
      return toPage(
        rows,
        limit,
        (row) => [row.name, row.id],
        ({ id, name, time_zone }) => ({ id, name, timeZone: time_zone }),
      );
    }),
    handle(api.sharedUsers, async (input) => {
      const { limit, cursor } = input.query;
      const after = readCursor(byName, cursor);
      const who = await third(input);
      const born = async (persons: readonly string[]) =>
        await ports.datesOfBirth(who.organisation, persons);
      const rows = await inSharing(ports, who, (tx) =>
        listSharedUsers(tx, who, limit, after, born),
      );
      return toPage(
        rows,
        limit,
        ({ place }) => place,
        ({ user }) => user,
      );
    }),
    handle(api.sharedPassages, async (input) => {
      const who = await third(input);
      return await inSharing(ports, who, (tx) => listSharedPassages(tx, who, input.query));
    }),
  ];
}
