import type { KernelTables } from "@terskel/kernel";
import type { Transaction } from "kysely";
import type { CustomersTables } from "./tables.ts";

/** A transaction made by `withContext`, with the tables that customers may name. */
export type Tx = Transaction<CustomersTables & KernelTables>;
