import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { problem as common } from "@terskel/platform/problems";
import { accept, findInvitation } from "./acceptance.ts";
import { callerOf } from "./administration.ts";
import * as api from "./api/invitations.ts";
import { readInvitationToken } from "./invitation-token.ts";
import { invite, listInvitations, withdrawInvitation } from "./invitations.ts";
import { byId } from "./place-in-list.ts";
import type { AccessPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import { refuseEnded, validityOf } from "./validity.ts";

export function invitationRoutes(ports: AccessPorts): Route[] {
  const { withContext, keys, now } = ports;

  function read(token: string) {
    const invitation = readInvitationToken(keys, token);
    if (!invitation) throw problem("invitation-not-valid", { reason: "forged" });
    return invitation;
  }

  return [
    handle(api.invitations, async (input) => {
      const { limit, cursor } = input.query;
      const after = readCursor(byId, cursor);
      const rows = await withContext(input.context, (tx) =>
        listInvitations(tx, callerOf(input), now(), limit + 1, after),
      );
      return toPage(
        rows,
        limit,
        (row) => [row.id],
        (row) => ({
          id: row.id,
          door: { id: row.door_id, name: row.door_name, timeZone: row.time_zone },
          email: row.email,
          role: row.role,
          invitedBy: row.invited_by,
          createdAt: row.created_at.toISOString(),
          expiresAt: row.expires_at.toISOString(),
          ...validityOf(row),
        }),
      );
    }),
    handle(api.invite, async (input) => {
      const { context, params, body } = input;
      refuseEnded(body, now());
      const id = await withContext(context, (tx) =>
        invite(tx, callerOf(input), params.organisation, body, now()),
      );
      return { id };
    }),
    handle(api.withdrawInvitation, async (input) => {
      await withContext(input.context, (tx) =>
        withdrawInvitation(tx, callerOf(input), input.params.invitation, now()),
      );
    }),
    handle(api.readInvitation, async ({ context, body }) => {
      const invitation = read(body.token);
      // The token proves which organisation it is: nobody else's rows are ever in sight.
      const found = await withContext({ ...context, organisation: invitation.organisation }, (tx) =>
        findInvitation(tx, invitation, now()),
      );
      return {
        organisation: found.organisation,
        door: found.door,
        site: found.site,
        timeZone: found.time_zone,
        invitedBy: found.inviter,
        role: found.role,
        ...validityOf(found),
        expiresAt: found.expires_at.toISOString(),
      };
    }),
    handle(api.acceptInvitation, async ({ context, body, session: { person } }) => {
      const invitation = read(body.token);
      const account = await ports.account(person);
      if (!account) throw common("not-signed-in", { reason: "the account is gone" });
      return await withContext({ ...context, organisation: invitation.organisation }, (tx) =>
        accept(tx, invitation, person, account, now()),
      );
    }),
  ];
}
