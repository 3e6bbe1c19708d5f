/**
 * Does any text in this value hold U+0000? PostgreSQL's text cannot, so a request may not. Without
 * recursion: a body can be nested as deep as it is long.
 */
export function holdsNul(value: unknown): boolean {
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === "string") {
      if (next.includes("\0")) return true;
    } else if (next !== null && typeof next === "object" && !ArrayBuffer.isView(next)) {
      for (const entry of Object.entries(next)) open.push(...entry);
    }
  }
  return false;
}
