/**
 * PostgreSQL cannot be reached, is starting or stopping, has no connection left, or two
 * transactions stood in each other's way: the same request may succeed in a moment.
 * https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
export function mayPass(error: Error & { code?: unknown; syscall?: unknown }): boolean {
  if (typeof error.code === "string" && /^(08...|57P0.|53300|40001|40P01)$/.test(error.code)) {
    return true;
  }
  if (error.syscall === "connect" || error.code === "ECONNRESET") return true;
  // pg says these without a code.
  return /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/.test(
    error.message,
  );
}
