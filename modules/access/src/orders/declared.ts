import { kinds } from "../grounds.ts";
import { declareTable, text } from "@terskel/kernel";
import type { DoorOrders, OrderReasons } from "../tables.ts";
import { memberIn, nothing } from "../uses.ts";

const administer = "access.administer-doors";
// As long as it may be asked why a door let nobody in.
const keep = {
  kind: "period",
  after: "until",
  days: 90,
  event: text(
    "nedstengingen eller evakueringen er over",
    "nedlåsningen eller evakueringen är över",
    "the lockdown or evacuation is over",
  ),
} as const;

export const orderTables = [
  declareTable<DoorOrders>()({
    table: "access.door_orders",
    noPersonalData:
      "That a door lets nobody in, or stands unlocked; who ordered it is in access.order_reasons.",
    columns: {
      order_id: ["technical"],
      organisation_id: ["technical"],
      door_id: ["technical"],
      kind: ["technical"],
      ordered_at: ["technical"],
      until: ["technical"],
      ended_at: ["technical"],
    },
    keep,
    erase: nothing,
  }),
  declareTable<OrderReasons>()({
    table: "access.order_reasons",
    kinds,
    title: text(
      "Nedstenginger og evakueringer du har satt i verk",
      "Nedlåsningar och evakueringar som du har beordrat",
      "Lockdowns and evacuations that you ordered",
    ),
    deskTitle: text(
      "Nedstenginger og evakueringer",
      "Nedlåsningar och evakueringar",
      "Lockdowns and evacuations",
    ),
    words: {
      why: text("Hvorfor", "Varför", "Why"),
      ordered_by: text("Satt i verk av", "Beordrad av", "Ordered by"),
      until: text("Til", "Till", "Until"),
    },
    subjects: [memberIn("ordered_by")],
    columns: {
      id: ["technical"],
      order_id: ["technical"],
      organisation_id: ["membership", administer],
      why: ["note", administer],
      ordered_by: ["pseudonym", administer],
      until: ["time", administer],
    },
    keep,
    // The house may still have to say why it was shut.
    erase: { kind: "anonymise", columns: ["ordered_by"] },
  }),
];
