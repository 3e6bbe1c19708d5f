export { createTestDatabase, templateName, testServerVariable, testTemplate } from "./database.ts";
export type { TestDatabase } from "./database.ts";
export { bounceOf } from "./bounce.ts";
