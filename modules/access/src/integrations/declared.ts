import { declareTable } from "@terskel/kernel";
import type { IntegrationDoors, Integrations } from "../tables.ts";
import { nothing, withAgreement } from "../uses.ts";

/** Which third party reads of which doors. */
export const integrationTables = [
  declareTable<Integrations>()({
    table: "access.integrations",
    noPersonalData:
      "A firm's name and the hash of its token. Who was shown to it is in kernel.disclosures.",
    columns: {
      id: ["technical"],
      organisation_id: ["technical"],
      name: ["technical"],
      token_hash: ["technical"],
      expires_at: ["technical"],
      created_at: ["technical"],
    },
    keep: withAgreement,
    erase: nothing,
  }),
  declareTable<IntegrationDoors>()({
    table: "access.integration_doors",
    noPersonalData: "Which doors a firm controls.",
    columns: {
      integration_id: ["technical"],
      door_id: ["technical"],
      organisation_id: ["technical"],
    },
    keep: withAgreement,
    erase: nothing,
  }),
];
