import { declareTable } from "@terskel/kernel";
import type { UsageCells, UsageWeeks } from "../tables.ts";
import { nothing, withAgreement } from "../uses.ts";

export const statisticsTables = [
  declareTable<UsageWeeks>()({
    table: "access.usage_weeks",
    noPersonalData: "That a site's week has been counted.",
    columns: {
      site_id: ["technical"],
      week: ["technical"],
      organisation_id: ["technical"],
      counted_at: ["technical"],
    },
    keep: withAgreement,
    erase: nothing,
  }),
  declareTable<UsageCells>()({
    table: "access.usage_cells",
    noPersonalData:
      "How often at least five people opened a door in a week, none of them more than half of it, in fives; who they were is not kept.",
    columns: {
      organisation_id: ["technical"],
      site_id: ["technical"],
      week: ["technical"],
      door_id: ["technical"],
      openings: ["technical"],
      people: ["technical"],
    },
    keep: withAgreement,
    erase: nothing,
  }),
];
