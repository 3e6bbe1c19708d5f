import { kinds } from "./grounds.ts";
import { declareTable } from "@terskel/kernel";
import { tableWords } from "./table-words.ts";
import type { Credentials } from "./tables.ts";
import { member, withMember } from "./uses.ts";

const cards = ["access.administer-grants", "access.own-credentials"] as const;

export const credentialTables = [
  declareTable<Credentials>()({
    table: "access.credentials",
    kinds,
    ...tableWords.credentials,
    subjects: [member],
    columns: {
      id: ["pseudonym", ...cards],
      organisation_id: ["membership", ...cards, "access.run-controllers"],
      member_id: ["pseudonym", ...cards, "access.run-controllers"],
      kind: ["credential", ...cards, "access.run-controllers"],
      number_hash: ["credential", ...cards, "access.run-controllers"],
      duress_hash: ["credential", ...cards, "access.run-controllers"],
      label: ["credential", ...cards],
      created_at: ["time", ...cards],
      blocked_at: ["time", ...cards, "access.run-controllers"],
      opens_since: ["time", ...cards],
    },
    keep: withMember,
    erase: { kind: "delete" },
  }),
];
