import { handle, type Route } from "@terskel/platform/http";
import type { Context } from "@terskel/kernel";
import * as files from "../api/log-export.ts";
import * as api from "../api/passages.ts";
import type { AccessPorts } from "../ports.ts";
import type { Tx } from "../tx.ts";
import type { Live, LiveContext } from "./live.ts";
import { countPassages, exportPassages } from "./export-log.ts";
import { listMyDoors } from "./my-doors.ts";
import { openDoor, type Parts } from "./open-door.ts";
import { listOfDoors, listOwn } from "./passages.ts";

export function runtimeRoutes(ports: AccessPorts, parts: Parts, live: Live): readonly Route[] {
  const { withContext, now } = ports;
  return [
    handle(api.myDoors, async ({ context, query }) => {
      const { member } = inMembership(context);
      return await withContext(context, async (tx: Tx) => listMyDoors(tx, member, now(), query));
    }),
    handle(api.openDoor, async ({ context, session, params, body }) => {
      const { organisation, member } = inMembership(context);
      const { provenAt } = session;
      const id = body.request.toLowerCase();
      const opening = { id, organisation, member, door: params.door.toLowerCase(), provenAt };
      const { openSeconds, ...result } = await openDoor(parts, context, opening);
      return { passage: id, ...result, ...(result.outcome === "opened" ? { openSeconds } : {}) };
    }),
    handle(api.myPassages, async ({ context, query }) => {
      const { member } = inMembership(context);
      return await withContext(context, async (tx: Tx) => listOwn(tx, member, query));
    }),
    handle(api.passages, async ({ context, query }) =>
      withContext(context, async (tx: Tx) => listOfDoors(tx, query)),
    ),
    handle(files.countPassages, async ({ context, query }) => ({
      passages: await withContext(context, async (tx: Tx) => countPassages(tx, query)),
    })),
    handle(
      files.exportPassages,
      async ({ context, body, language }) =>
        await exportPassages(ports, inMembership(context), body, language),
    ),
    handle(api.livePassages, ({ context, session, signal }) =>
      live.listen(
        session.memberships.map(({ id, organisation }) => ({
          ...context,
          organisation,
          member: id,
        })),
        signal,
      ),
    ),
  ];
}

/** `who: "member"` has seen to both. */
function inMembership(context: Context): LiveContext {
  const { organisation, member } = context;
  if (organisation === undefined || member === undefined) throw new Error("no membership");
  return { ...context, organisation, member };
}
