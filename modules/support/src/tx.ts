import type { KernelTables } from "@terskel/kernel";
import type { Transaction } from "kysely";
import type { SupportTables } from "./tables.ts";

/** A transaction made by `withContext`, with the tables that support may name. */
export type Tx = Transaction<SupportTables & KernelTables>;
