import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { usage } from "../api/statistics.ts";
import type { AccessPorts } from "../ports.ts";
import { byWeek, listWeeks } from "./list.ts";

export function statisticsRoutes({ withContext }: AccessPorts): Route[] {
  return [
    handle(usage, async ({ context, query: { cursor, limit, from } }) => {
      const after = readCursor(byWeek, cursor);
      const items = await withContext(context, (tx) =>
        listWeeks(tx, { limit: limit + 1, from }, after),
      );
      return toPage(
        items,
        limit,
        ({ week, site }) => [week, site.id],
        (item) => item,
      );
    }),
  ];
}
