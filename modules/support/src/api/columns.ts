import { columnsOf } from "@terskel/platform/columns";
import type { SupportTables } from "../tables.ts";

// Said beside each field of an answer: `support.cases("subject", z.string())`.
const table = columnsOf<SupportTables>();

export const assignments = table("support.assignments");
export const cases = table("support.cases");
export const messages = table("support.messages");
