/**
 * Every text in a parsed JSON value, the names of its fields too. Without recursion: a body can be
 * nested as deep as it is long.
 */
export function* textsOf(value: unknown): Generator<string> {
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === "string") yield next;
    else if (next !== null && typeof next === "object" && !ArrayBuffer.isView(next)) {
      for (const entry of Object.entries(next)) open.push(...entry);
    }
  }
}
