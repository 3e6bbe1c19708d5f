import { fileURLToPath } from "node:url";

/** Where the portal is built to. */
export const portalFolder = fileURLToPath(new URL("../../portal/dist/", import.meta.url));
