/** Was it a full disk, ours (ENOSPC) or the database's (53100)? Libraries wrap it. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "53100") return true;
  return error.message.includes("No space left on device") || isDiskFull(error.cause);
}
