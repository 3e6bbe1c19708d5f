type SystemError = Error & { code?: string; syscall?: string; port?: number; path?: string };

/** One line for the operator: what is wrong, and what to do about it. */
export function plainReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, syscall, port, path } = error as SystemError;
  if (syscall === "mkdir") return unwritable(path);
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} is taken. Stop the program that uses it, or set PORT (and MQTT_PORT) to others.`;
    case "EACCES":
    case "EROFS":
    case "EPERM":
      return unwritable(path);
    case "ENOSPC":
      return "The disk is full. Make room, then start again; nothing was lost.";
    case "ECONNREFUSED":
    case "ENOTFOUND":
      return `The database cannot be reached (${error.message}). Check DATABASE_URL.`;
    case "28P01":
    case "28000":
      return "The database refused the user or password in DATABASE_URL.";
    default:
      return error.message;
  }
}

const unwritable = (path = "The data folder") =>
  `${path} cannot be written. Set TERSKEL_DATA to a folder that can.`;
