import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * `npm run dev`: the whole product, and the portal's own development server beside it, which shows
 * a change of a page at once (http://localhost:5173). A change of the server needs a new start.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const run = (args: string[], cwd: string) =>
  spawn(process.execPath, args, { cwd, stdio: "inherit" });
const product = run(["apps/server/src/start/start.ts", ...process.argv.slice(2)], root);
const portal = run(["node_modules/vite/bin/vite.js"], `${root}apps/portal`);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    portal.kill(signal);
    product.kill(signal);
  });
}
product.on("exit", (code) => {
  portal.kill("SIGTERM");
  process.exitCode = code ?? 1;
});
