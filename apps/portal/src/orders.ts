import { doorOrders } from "@terskel/access/api/orders";
import { useQuery } from "@tanstack/react-query";
import { all, type Item } from "./queries.ts";

export type DoorOrder = Item<typeof doorOrders>;
export type OrderKind = DoorOrder["kind"];
/** What was ordered at once, with all its doors that the reader administers. */
export type Order = Omit<DoorOrder, "door" | "site"> & { readonly doors: readonly DoorOrder[] };

const soonMs = 1_000;
const laterMs = 10_000;
/** A door that has not taken it by then is not about to. */
const hurryMs = 60_000;

/** Is some door on its way to what was ordered of it? */
const isUnderWay = (orders: readonly DoorOrder[], nowMs: number) =>
  orders.some((order) => !isDone(order) && order.online && nowMs - Date.parse(order.at) < hurryMs);

/** The door knows, and stands as it was ordered to. */
const isDone = ({ known, kind, lock }: DoorOrder) =>
  known && (kind !== "evacuation" || lock === "unlocked");

/** The lockdowns and evacuations in force in an organisation, as far as the reader administers their doors. */
export function useOrders(organisation: string) {
  const query = useQuery({
    ...all(doorOrders, { params: { organisation } }),
    // Somebody else may order it, and whoever looks at the doors has to see that.
    refetchInterval: ({ state }) => (isUnderWay(state.data ?? [], Date.now()) ? soonMs : laterMs),
  });
  const rows = query.data ?? [];
  const orders = [...Map.groupBy(rows, ({ order }) => order).values()].flatMap(
    ([first, ...more]): Order[] => (first ? [{ ...first, doors: [first, ...more] }] : []),
  );
  return { orders, byDoor: new Map(rows.map((row) => [row.door.id, row])) };
}
