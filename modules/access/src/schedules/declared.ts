import { declareTable } from "@terskel/kernel";
import type { Schedules } from "../tables.ts";
import { nothing, withAgreement } from "../uses.ts";

export const scheduleTables = [
  declareTable<Schedules>()({
    table: "access.schedules",
    noPersonalData: "Hours of the week; whose access keeps to them is in access.grants.",
    columns: {
      id: ["technical"],
      organisation_id: ["technical"],
      name: ["technical"],
      week: ["technical"],
      holidays: ["technical"],
      half_days: ["technical"],
      exceptions: ["technical"],
      created_at: ["technical"],
    },
    keep: withAgreement,
    erase: nothing,
  }),
];
