type Part = { readonly key: string; readonly text: string; readonly href?: string };

/** A message cut at its addresses; only those of this portal become links. */
export function partsOf(text: string, origin: string): Part[] {
  let position = 0;
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part) => {
    const key = String(position);
    position += part.length;
    return URL.parse(part)?.origin === origin
      ? { key, text: part, href: part }
      : { key, text: part };
  });
}
