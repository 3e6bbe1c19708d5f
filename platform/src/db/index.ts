export { ensureAppGroup, ensureAppLogin } from "./app-role.ts";
export { removeEmbedded } from "./cluster.ts";
export { startEmbedded } from "./embedded.ts";
export type { EmbeddedDatabase } from "./embedded.ts";
export { migrate, NewerDatabaseError, readMigrations } from "./migrate.ts";
export type { SqlFolder } from "./migrate.ts";
export { createPool } from "./pool.ts";
export { readCatalogue } from "./catalogue.ts";
export type { CatalogueTable } from "./catalogue.ts";
