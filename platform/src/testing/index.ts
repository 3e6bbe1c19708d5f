export { createTestDatabase, templateName, testServerVariable } from "./database.ts";
export type { TestDatabase } from "./database.ts";
