import { createHash } from "node:crypto";
import { glob, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder, from whose source the product runs. */
export const projectRoot = fileURLToPath(new URL("../../../../", import.meta.url));

/** What the product is made of, and what the tests of promises lean on. */
const code = [
  "{platform,kernel,modules,edge,apps}/**/*.{ts,tsx,js,css,html,sql,json}",
  "tests/{support,promises}/*.ts",
  "{package,package-lock}.json",
];
const isOther = (path: string) => /(^|\/)(node_modules|dist[^/]*)(\/|$)|\.test\.ts$/.test(path);

export const digestOf = (text: string | Uint8Array) =>
  createHash("sha256").update(text).digest("hex");

/**
 * SHA-256 over the code: its files' paths and digests, sorted. Comments and formats count too.
 * @param changed when the latest of the files was last written
 */
export async function readCode(root: string): Promise<{ digest: string; changed: Date }> {
  const files: string[] = [];
  for await (const path of glob(code, { cwd: root, exclude: isOther })) {
    if (!isOther(path)) files.push(path.replaceAll("\\", "/"));
  }
  const read = await Promise.all(
    files.toSorted().map(async (path) => {
      const [text, { ctimeMs }] = await Promise.all([
        readFile(join(root, path)),
        stat(join(root, path)),
      ]);
      return { line: `${path} ${digestOf(text)}`, ctimeMs };
    }),
  );
  return {
    digest: digestOf(read.map(({ line }) => line).join("\n")),
    changed: new Date(read.reduce((latest, { ctimeMs }) => Math.max(latest, ctimeMs), 0)),
  };
}
