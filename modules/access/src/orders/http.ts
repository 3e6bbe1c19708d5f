import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { callerOf } from "../administration.ts";
import * as api from "../api/orders.ts";
import { byName } from "../place-in-list.ts";
import type { AccessPorts } from "../ports.ts";
import { listOrders, toItem } from "./list.ts";
import { listPastOrders, place, toPastItem } from "./list-past.ts";
import { endOrder, orderDoors } from "./orders.ts";

export function orderRoutes({ withContext, now }: AccessPorts): Route[] {
  return [
    handle(api.doorOrders, async (input) => {
      const { limit, cursor } = input.query;
      const after = readCursor(byName, cursor);
      const rows = await withContext(input.context, (tx) =>
        listOrders(tx, callerOf(input), now(), limit + 1, after),
      );
      return toPage(rows, limit, (row) => [row.name, row.id], toItem);
    }),
    handle(api.pastDoorOrders, async (input) => {
      const { limit, cursor } = input.query;
      const after = readCursor(place, cursor);
      const rows = await withContext(input.context, (tx) =>
        listPastOrders(tx, callerOf(input), input.params.door, limit + 1, after),
      );
      return toPage(rows, limit, (row) => [row.place, row.order_id], toPastItem);
    }),
    handle(api.orderDoors, async (input) => {
      const { organisation, order } = input.params;
      const { until, ...body } = input.body;
      const ordered = { ...body, until: new Date(until) };
      await withContext(input.context, (tx) =>
        orderDoors(tx, organisation, callerOf(input), order.toLowerCase(), ordered, now()),
      );
    }),
    handle(api.endDoorOrder, async (input) => {
      const { organisation, order } = input.params;
      const { doors } = input.body;
      await withContext(input.context, (tx) =>
        endOrder(tx, organisation, callerOf(input), order.toLowerCase(), doors, now()),
      );
    }),
  ];
}
