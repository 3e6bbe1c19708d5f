import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const memory = "/dev/shm";
const beginning = "terskel-tools-";
/** As much as the tests' databases take together at most, twice. */
const roomBytes = 4 * 1024 ** 3;

/**
 * A folder for a database that ends with this process: in memory where there is room, as a suite copies hundreds
 * of databases and a disk would write them all, else where temporary files are. Other accounts may enter it.
 */
export function memoryFolder(): string {
  const folder = mkdtempSync(join(hasRoom() ? memory : tmpdir(), `${beginning}${process.pid}-`));
  chmodSync(folder, 0o711);
  return folder;
}

function hasRoom(): boolean {
  try {
    removeLeftovers();
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > roomBytes;
  } catch {
    // There is none, as on other systems than Linux, or it is not ours to use.
    return false;
  }
}

/** What a process that was killed left there would stay in memory. */
function removeLeftovers(): void {
  for (const name of readdirSync(memory)) {
    const pid = /^terskel-tools-(\d+)-/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(memory, name), { recursive: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
