export { makeBackup } from "./backup.ts";
export type { Header } from "./format.ts";
export { BackupError } from "./problem.ts";
export { restoreInto, verifyBackup } from "./restore.ts";
export { newKeyPair, secretKeyIn } from "./seal.ts";
