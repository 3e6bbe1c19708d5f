export { prepareDatabase, sqlFolders } from "./database.ts";
