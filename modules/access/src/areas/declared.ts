import { kinds } from "../grounds.ts";
import { declareTable, text } from "@terskel/kernel";
import { keepTimes } from "../keep-times.ts";
import type { Airlocks, AreaResets, Areas } from "../tables.ts";
import { member, nothing, withAgreement } from "../uses.ts";

const uses = ["access.administer-doors", "access.run-controllers"] as const;

export const areaTables = [
  declareTable<Areas>()({
    table: "access.areas",
    kinds,
    noPersonalData: "What some doors lead into; who is inside is known to the controller alone.",
    columns: {
      id: ["technical"],
      organisation_id: ["technical"],
      name: ["technical"],
      passback: ["technical"],
      forgive_hours: ["technical"],
      created_at: ["technical"],
    },
    keep: withAgreement,
    erase: nothing,
  }),
  declareTable<Airlocks>()({
    table: "access.airlocks",
    noPersonalData: "A name for doors of which one at a time opens.",
    columns: {
      id: ["technical"],
      organisation_id: ["technical"],
      name: ["technical"],
      created_at: ["technical"],
    },
    keep: withAgreement,
    erase: nothing,
  }),
  declareTable<AreaResets>()({
    table: "access.area_resets",
    title: text(
      "At du regnes som ute av et område igjen",
      "Att du räknas som ute ur ett område igen",
      "That you count as outside an area again",
    ),
    deskTitle: text(
      "At personen regnes som ute av et område igjen",
      "Att personen räknas som ute ur ett område igen",
      "That the person counts as outside an area again",
    ),
    words: { area_id: text("Område", "Område", "Area") },
    subjects: [member],
    columns: {
      id: ["pseudonym", ...uses],
      organisation_id: ["membership", ...uses],
      area_id: ["access-right", ...uses],
      member_id: ["pseudonym", ...uses],
      expires_at: ["time", ...uses],
    },
    keep: { kind: "until", column: "expires_at", set: keepTimes.areaResets },
    erase: { kind: "delete" },
  }),
];
