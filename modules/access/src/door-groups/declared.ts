import { declareTable } from "@terskel/kernel";
import type { DoorGroupDoors, DoorGroups } from "../tables.ts";
import { nothing, withAgreement } from "../uses.ts";

export const doorGroupTables = [
  declareTable<DoorGroups>()({
    table: "access.door_groups",
    noPersonalData: "A name for some doors; who may open them is in access.grants.",
    columns: {
      id: ["technical"],
      organisation_id: ["technical"],
      name: ["technical"],
      created_at: ["technical"],
    },
    keep: withAgreement,
    erase: nothing,
  }),
  declareTable<DoorGroupDoors>()({
    table: "access.door_group_doors",
    noPersonalData: "Which doors are in which group; who may open them is in access.grants.",
    columns: {
      organisation_id: ["technical"],
      door_group_id: ["technical"],
      door_id: ["technical"],
      created_at: ["technical"],
    },
    keep: withAgreement,
    erase: nothing,
  }),
];
