import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as api from "../api/leases.ts";
import type { AccessPorts } from "../ports.ts";
import { changeLease, endLease, letUnit } from "./leases.ts";
import { byStart, listLeases, toLease } from "./list.ts";

export function leaseRoutes({ withContext, now }: AccessPorts): Route[] {
  return [
    handle(api.leases, async ({ context, query: { unit, limit, cursor } }) => {
      const after = readCursor(byStart, cursor);
      const rows = await withContext(context, (tx) => listLeases(tx, unit, limit + 1, after));
      return toPage(
        rows,
        limit,
        (row) => [row.starts_at.toISOString(), row.id],
        (row) => ({ ...toLease(row), unit: { id: row.unit_id, name: row.unit_name } }),
      );
    }),
    handle(api.letUnit, async ({ context, params: { organisation, lease }, body }) => {
      const { unit, tenants } = body;
      const span = { unit, from: new Date(body.from), until: dateOrNone(body.until) };
      await withContext(context, (tx) =>
        letUnit(tx, organisation, lease.toLowerCase(), { ...span, tenants }, now()),
      );
    }),
    handle(api.changeLease, async ({ context, params: { organisation, lease }, body }) => {
      const change = {
        tenants: body.tenants,
        from: body.from === undefined ? undefined : new Date(body.from),
        until: body.until === undefined ? undefined : dateOrNone(body.until),
      };
      await withContext(context, (tx) =>
        changeLease(tx, organisation, lease.toLowerCase(), change, now()),
      );
    }),
    handle(api.endLease, async ({ context, params: { organisation, lease } }) => {
      await withContext(context, (tx) => endLease(tx, organisation, lease.toLowerCase(), now()));
    }),
  ];
}

const dateOrNone = (at: string | null | undefined) => (at ? new Date(at) : null);
