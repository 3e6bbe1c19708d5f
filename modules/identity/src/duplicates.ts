/** Did the database refuse a row because of this unique index (SQLSTATE 23505)? */
export function isDuplicate(error: unknown, index?: string): boolean {
  if (!(error instanceof Error)) return false;
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return code === "23505" && (index === undefined || constraint === index);
}
