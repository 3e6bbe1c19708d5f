import type { WithContext } from "../tenancy.ts";

/** What the register of suppliers needs from others. */
export type SupplierPorts = { readonly withContext: WithContext; readonly now: () => Date };
