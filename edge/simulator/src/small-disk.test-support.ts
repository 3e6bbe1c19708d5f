import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";

/** Where a process's data goes, and how it is started so that its disk is soon full. */
export type SmallDisk = {
  readonly data: string;
  readonly command: readonly string[];
};

/**
 * A disk of 512 KiB, full for real (ENOSPC), where this process may mount one; else a limit to how large the other
 * process's files may grow (EFBIG), which SQLite takes just as ill.
 */
export function smallDisk(t: TestContext): SmallDisk {
  const data = mkdtempSync(join(tmpdir(), "terskel-small-disk-"));
  const mounted = process.getuid?.() === 0 && mount(data);
  t.after(() => {
    if (mounted) execFileSync("umount", ["--lazy", data]);
    rmSync(data, { recursive: true });
  });
  const limited = ["sh", "-c", 'trap "" XFSZ; ulimit -f 512; exec "$0" "$@"'];
  return { data, command: mounted ? [] : limited };
}

function mount(folder: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=512k", "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    // Root in a container that may not mount.
    return false;
  }
}
