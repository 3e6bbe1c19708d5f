import { globSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

// Not 11, the highest: it takes ten times as long for a twelfth less, and the first start waits for it.
const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };

/** Puts a `.br` and a `.gz` beside every file that has text in it; the server sends those to whoever can read them. */
export function compressed(): Plugin {
  let folder = "";
  return {
    name: "compressed",
    apply: "build",
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    async closeBundle() {
      const files = globSync("**/*.{html,js,css,svg,webmanifest}", { cwd: folder });
      await Promise.all(files.map(async (file) => compress(resolve(folder, file))));
    },
  };
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  await Promise.all([
    writeFile(`${file}.br`, await brotli(bytes, { params })),
    writeFile(`${file}.gz`, await deflate(bytes, { level: 9 })),
  ]);
}
