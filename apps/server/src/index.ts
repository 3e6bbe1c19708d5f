export { processings } from "./compose.ts";
export { prepareDatabase, sqlFolders } from "./database.ts";
export { buildPortal } from "./start/portal-build.ts";
