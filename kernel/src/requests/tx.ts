import type { Transaction } from "kysely";
import type { KernelTables } from "../tables.ts";

export type Tx = Transaction<KernelTables>;
