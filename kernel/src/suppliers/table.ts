import { declareTable } from "../declare.ts";
import type { TableDeclaration } from "../declare.ts";
import type {
  Receivers,
  StorageRegion,
  SupplierAgreements,
  SupplierApprovals,
  Suppliers,
} from "../tables.ts";

/** Who gets data from the installation, where, and by which agreement. */
export const supplierTables: readonly TableDeclaration[] = [
  declareTable<StorageRegion>()({
    table: "kernel.storage_region",
    noPersonalData: "In which country the installation stores; of nobody.",
    columns: { id: ["technical"], country: ["technical"] },
    keep: { kind: "while", lives: "agreement" },
    erase: { kind: "nothing" },
  }),
  declareTable<Suppliers>()({
    table: "kernel.suppliers",
    noPersonalData: "A supplier's public name and number; a company is no natural person.",
    columns: {
      id: ["technical"],
      name: ["technical"],
      number: ["technical"],
      country: ["technical"],
      recipient: ["technical"],
      labels: ["technical"],
      host: ["technical"],
      stored_in: ["technical"],
      created_at: ["technical"],
    },
    keep: { kind: "while", lives: "agreement" },
    erase: { kind: "nothing" },
  }),
  declareTable<SupplierAgreements>()({
    table: "kernel.supplier_agreements",
    noPersonalData:
      "A contract between two companies; whoever signs it does so for a company, in the document itself.",
    columns: {
      id: ["technical"],
      supplier_id: ["technical"],
      begins_at: ["technical"],
      ends_at: ["technical"],
      document_name: ["technical"],
      document: ["technical"],
      warned: ["technical"],
      created_at: ["technical"],
    },
    // As long as somebody can ask by which agreement their data was passed on (Art. 5(2)).
    keep: { kind: "period", after: "ends_at", days: 3 * 365 },
    erase: { kind: "nothing" },
  }),
  declareTable<SupplierApprovals>()({
    table: "kernel.supplier_approvals",
    noPersonalData: "What an organisation answers about a supplier; it is about a company.",
    columns: {
      supplier_id: ["technical"],
      organisation_id: ["technical"],
      state: ["technical"],
      asked_at: ["technical"],
      objects_by: ["technical"],
      answered_at: ["technical"],
      reason: ["technical"],
    },
    keep: { kind: "while", lives: "agreement" },
    erase: { kind: "nothing" },
  }),
  declareTable<Receivers>()({
    table: "kernel.receivers",
    noPersonalData:
      "A firm's or an authority's name, and by which right it gets data. Whose it got is in kernel.disclosures.",
    columns: {
      id: ["technical"],
      organisation_id: ["technical"],
      name: ["technical"],
      country: ["technical"],
      agreement_ends_at: ["technical"],
      ground: ["technical"],
      said_at: ["technical"],
    },
    // As long as what it got is told of (disclosures/table.ts); whoever gets more is said anew, a token's at least each year.
    keep: { kind: "period", after: "said_at", days: 3 * 365 },
    erase: { kind: "nothing" },
  }),
];
