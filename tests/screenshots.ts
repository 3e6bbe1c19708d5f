import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { confirmImport, boardsSheet, chooseFile } from "./journeys/import.ts";
import { openHouse } from "./journeys/house.ts";
import { openPerson, phone } from "./support/page-person.ts";
import { startStage } from "./support/page-stage.ts";
import { root } from "./support/process.ts";

/**
 * `npm run screenshots`: renews the pictures in docs/screenshots from a product of its own.
 */
const folder = join(root, "docs/screenshots");
mkdirSync(folder, { recursive: true });
