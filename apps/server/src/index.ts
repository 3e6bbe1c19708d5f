export { processings } from "./compose.ts";
export { defaultRecords } from "./default-records.ts";
export { prepareDatabase } from "./database.ts";
export { sqlFolders } from "./sql-folders.ts";
export { buildPortal } from "./start/portal-build.ts";
export { digestOf, readCode } from "./evidence/code.ts";
export { writeResults } from "./evidence/results.ts";
