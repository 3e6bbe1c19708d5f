import { declareTable } from "@terskel/kernel";
import { kinds } from "../grounds.ts";
import { tableWords } from "../table-words.ts";
import type { ExtendedTimes } from "../tables.ts";
import { decide, member, withMember } from "../uses.ts";

const uses = ["access.administer-grants", "access.own-credentials", ...decide] as const;

/** That it is so, and never why: a reason might be one of health (GDPR Art. 9), and the door has no use for it. */
export const extendedTimeTables = [
  declareTable<ExtendedTimes>()({
    table: "access.extended_times",
    kinds,
    ...tableWords.extendedTimes,
    subjects: [member],
    columns: {
      member_id: ["pseudonym", ...uses],
      organisation_id: ["membership", ...uses],
      created_at: ["time", "access.administer-grants", "access.own-credentials"],
    },
    keep: withMember,
    erase: { kind: "delete" },
  }),
];
