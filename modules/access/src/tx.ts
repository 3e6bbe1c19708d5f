import type { KernelTables } from "@terskel/kernel";
import type { Transaction } from "kysely";
import type { AccessTables } from "./tables.ts";
import type { AccessViews } from "./views.ts";

/** A transaction made by `withContext`, with the tables that access may name. */
export type Tx = Transaction<AccessTables & AccessViews & KernelTables>;
