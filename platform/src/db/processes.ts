import { existsSync, readdirSync, readFileSync } from "node:fs";

/** The command line of a running process; undefined when it has ended, or may not be known. */
export function commandOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ") || undefined;
  } catch {
    return undefined;
  }
}

/** Ends at once the running processes whose command line says all of this. */
export function killAll(...parts: readonly string[]): void {
  const pids = existsSync("/proc") ? readdirSync("/proc").map(Number) : [];
  for (const pid of pids) {
    const command = pid > 0 ? commandOf(pid) : undefined;
    if (command === undefined || !parts.every((part) => command.includes(part))) continue;
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      // It has ended by itself.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}
