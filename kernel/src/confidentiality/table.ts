import { declareTable } from "../declare.ts";
import type { Confidentiality } from "../tables.ts";
import { text } from "../words.ts";

const uses = ["kernel.bind-staff", "identity.sign-in", "identity.account"] as const;

export const confidentialityTable = declareTable<Confidentiality>()({
  table: "kernel.confidentiality",
  title: text(
    "Taushetserklæringer du har signert",
    "Sekretessförbindelser du har undertecknat",
    "Confidentiality declarations that you signed",
  ),
  deskTitle: text("Taushetserklæringer", "Sekretessförbindelser", "Confidentiality declarations"),
  words: {
    version: text("Versjon", "Version", "Version"),
    signed_at: text("Signert", "Undertecknad", "Signed"),
  },
  subjects: [{ who: "member", column: "member_id", references: "kernel.memberships.id" }],
  columns: {
    id: ["technical"],
    organisation_id: ["membership", ...uses],
    member_id: ["pseudonym", ...uses],
    version: ["membership", ...uses],
    signed_at: ["time", ...uses],
  },
  // As long as they are of the staff.
  keep: { kind: "with", column: "member_id", table: "kernel.memberships" },
  erase: { kind: "delete" },
});
