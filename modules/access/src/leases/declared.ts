import { lettingKinds } from "../grounds.ts";
import { declareTable, text } from "@terskel/kernel";
import type { Leases, Tenants } from "../tables.ts";
import { administer, decide, logs, member, nothing, share } from "../uses.ts";

// As long as it may be asked why a door did not open for who moved out.
const keep = {
  kind: "period",
  after: "ends_at",
  days: 90,
  event: text("leieforholdet sluttet", "hyresförhållandet upphörde", "the lease ended"),
} as const;

export const leaseTables = [
  declareTable<Leases>()({
    table: "access.leases",
    kinds: lettingKinds,
    noPersonalData: "That a flat or an office is let, and when; to whom is in access.tenants.",
    columns: {
      id: ["technical"],
      organisation_id: ["technical"],
      unit_id: ["technical"],
      starts_at: ["technical"],
      ends_at: ["technical"],
      created_at: ["technical"],
    },
    keep,
    erase: nothing,
  }),
  declareTable<Tenants>()({
    table: "access.tenants",
    kinds: lettingKinds,
    title: text("Det du leier", "Det du hyr", "What you rent"),
    deskTitle: text("Leieforhold", "Hyresförhållanden", "Leases"),
    words: {
      lease_id: text("Leieforhold", "Hyresförhållande", "Lease"),
      unit_id: text("Enhet", "Enhet", "Unit"),
      starts_at: text("Fra", "Från", "From"),
      ends_at: text("Til", "Till", "Until"),
    },
    subjects: [member],
    // The uses of who lives where (access.residents): renting is another reason to belong to a unit, no other purpose.
    columns: {
      lease_id: ["residence", ...administer, ...decide, ...logs, share],
      organisation_id: ["membership", ...administer, ...decide],
      member_id: ["pseudonym", ...administer, ...decide, ...logs, share],
      unit_id: ["residence", ...administer, ...decide, ...logs, share],
      starts_at: ["residence", ...administer, ...decide, ...logs, share],
      ends_at: ["residence", ...administer, ...decide, ...logs, share],
    },
    keep,
    erase: { kind: "delete" },
  }),
];
