import { spawn } from "node:child_process";
import { existsSync, globSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { portalFolder } from "../portal-folder.ts";
import { StartError } from "./data-folder.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const portal = join(root, "apps/portal");
const sources = [
  "apps/portal/{src,public}/**",
  "apps/portal/*.{html,ts,json}",
  "{platform,kernel,modules/*}/src/**/*.ts",
  "package-lock.json",
];

const modified = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Builds the portal when one of its sources is newer than what was built. */
export async function buildPortal(): Promise<void> {
  const built = modified(join(portalFolder, "index.html"));
  const newest = sources
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .reduce((latest, file) => Math.max(latest, modified(join(root, file))), 0);
  if (built > newest) return;
  // Built beside and then put in place, so that two builds at once, or one that fails, break nothing.
  const next = `${portalFolder.replace(/\/$/, "")}-${process.pid}`;
  const vite = spawn(
    process.execPath,
    [
      join(portal, "node_modules/vite/bin/vite.js"),
      "build",
      "--logLevel",
      "error",
      "--outDir",
      next,
    ],
    { cwd: portal, stdio: ["ignore", "pipe", "pipe"], timeout: 120_000 },
  );
  let said = "";
  for (const stream of [vite.stdout, vite.stderr]) {
    stream.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
  }
  const code = await new Promise((resolve) => {
    vite.on("exit", resolve);
  });
  if (code !== 0) {
    rmSync(next, { recursive: true, force: true });
    throw new StartError(`The portal could not be built: ${said.trim()}`);
  }
  const old = `${next}-old`;
  if (existsSync(portalFolder)) renameSync(portalFolder, old);
  renameSync(next, portalFolder);
  rmSync(old, { recursive: true, force: true });
}
