import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflate } from "@sparticuz/chromium";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";
import { eventually } from "./eventually.ts";

// Tests reach nothing but this machine, so nothing is to be looked up or fetched in the background.
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A page here is left long before code made faster for it pays back what that costs.
  "--js-flags=--no-opt,--no-maglev",
];

/** The system's Chromium, its shell before its whole, else the one in the npm package; never one that a test tool downloads. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
  const system = names.map((name) => `/usr/bin/${name}`).find((path) => existsSync(path));
  if (system) return await chromium.launch({ executablePath: system, args: [...args, ...more] });
  const folder = await unpack();
  return await chromium.launch({
    executablePath: join(folder, "chromium"),
    args: [...args, ...more, "--headless=shell", "--no-zygote"],
    // The libraries that a bare Debian lacks come with the package.
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, "al2023", "lib") },
  });
}

/** Unpacks the package's Chromium, its libraries and fonts once for all test files. */
async function unpack(): Promise<string> {
  const folder = tmpdir();
  const ready = join(folder, "terskel-chromium-is-unpacked");
  const lock = join(folder, "terskel-chromium-lock");
  if (existsSync(ready)) return folder;
  try {
    mkdirSync(lock);
  } catch {
    await eventually("Chromium is unpacked", () => existsSync(ready), 120_000);
    return folder;
  }
  try {
    const bin = fileURLToPath(new URL("../bin/", import.meta.resolve("@sparticuz/chromium")));
    for (const part of ["chromium.br", "al2023.tar.br", "fonts.tar.br", "swiftshader.tar.br"]) {
      await inflate(join(bin, part));
    }
    writeFileSync(ready, "");
  } finally {
    rmSync(lock, { recursive: true });
  }
  return folder;
}
