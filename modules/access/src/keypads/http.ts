import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { callerOf } from "../administration.ts";
import * as ofDoor from "../api/door-codes.ts";
import * as api from "../api/keypads.ts";
import { readKnowing, toldOf } from "../lost-credentials.ts";
import { byName } from "../place-in-list.ts";
import type { AccessPorts } from "../ports.ts";
import { requireProof } from "../step-up.ts";
import type { Tx } from "../tx.ts";
import { giveCode, withdrawCode } from "./codes.ts";
import { listDoorCodes, stopDoorCode } from "./door-codes.ts";
import { listKeypadDoors } from "./doors.ts";
import { codeShower, listCodes, place } from "./list.ts";
import { newPin } from "./pin.ts";

export function keypadRoutes({ withContext, keys, now }: AccessPorts): Route[] {
  return [
    handle(api.newPin, async (input) => {
      const { organisation } = input.params;
      return await withContext(input.context, async (tx: Tx) => {
        const { member } = callerOf(input);
        await requireProof(tx, { member, provenAt: input.session.provenAt }, now());
        const { opens_since, ...drawn } = await newPin(tx, keys, organisation, member);
        return { ...drawn, doors: toldOf(await readKnowing(tx, organisation), opens_since) };
      });
    }),
    handle(api.keypadDoors, async (input) => {
      const { limit, cursor } = input.query;
      const after = readCursor(byName, cursor);
      const rows = await withContext(input.context, (tx) =>
        listKeypadDoors(tx, callerOf(input), now(), limit + 1, after),
      );
      return toPage(
        rows,
        limit,
        (row) => [row.name, row.id],
        ({ id, name, time_zone, site_name }) => ({
          id,
          name,
          timeZone: time_zone,
          site: site_name,
        }),
      );
    }),
    handle(api.myCodes, async (input) => {
      const { limit, cursor } = input.query;
      const after = readCursor(place, cursor);
      return await withContext(input.context, async (tx: Tx) =>
        toPage(
          await listCodes(tx, callerOf(input).member, limit + 1, after),
          limit,
          (row) => [row.created_at.toISOString(), row.id],
          await codeShower(tx, input.params.organisation),
        ),
      );
    }),
    handle(api.giveCode, async (input) => {
      const { organisation, code } = input.params;
      const { from, until, ...body } = input.body;
      const given = { ...body, from: new Date(from), until: new Date(until) };
      const caller = callerOf(input);
      return await withContext(input.context, async (tx: Tx) => {
        const asking = { member: caller.member, provenAt: input.session.provenAt };
        await requireProof(tx, asking, now(), given.doors);
        return {
          number: await giveCode(tx, keys, organisation, caller, code.toLowerCase(), given, now()),
        };
      });
    }),
    handle(api.withdrawCode, async (input) => {
      const { organisation, code } = input.params;
      await withContext(input.context, (tx) =>
        withdrawCode(tx, organisation, callerOf(input), code.toLowerCase(), now()),
      );
    }),
    handle(ofDoor.doorCodes, async (input) => {
      const { limit, cursor } = input.query;
      const after = readCursor(place, cursor);
      const rows = await withContext(input.context, (tx) =>
        listDoorCodes(tx, callerOf(input), input.params.door, now(), limit + 1, after),
      );
      return toPage(
        rows,
        limit,
        (row) => [row.created_at.toISOString(), row.id],
        (row) => ({
          id: row.id,
          by: { id: row.given_by, name: row.giver },
          from: row.valid_from.toISOString(),
          until: row.valid_until.toISOString(),
          once: row.once,
        }),
      );
    }),
    handle(ofDoor.stopDoorCode, async (input) => {
      const { organisation, door, code } = input.params;
      await withContext(input.context, (tx) =>
        stopDoorCode(tx, organisation, callerOf(input), { door, code: code.toLowerCase() }, now()),
      );
    }),
  ];
}
