/** So many values may a file have, and so deep may they stand in one another. A real one has 10 levels. */
const mostValues = 100_000;
const mostDeep = 32;

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const opens = new Set([0x5b, 0x7b]);
const closes = new Set([0x5d, 0x7d]);

/**
 * Can JSON be read without holding everyone else up? Four megabytes of brackets take seconds to parse and to
 * put into canonical form, four megabytes of text do not; so they are counted before they are parsed.
 */
export function shapeOf(json: Uint8Array): "plain" | "too many values" | "too deep" {
  let depth = 0;
  let values = 0;
  let inText = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at] ?? 0;
    if (inText) {
      if (byte === backslash) at += 1;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (byte === comma) values += 1;
    else if (opens.has(byte)) {
      values += 1;
      depth += 1;
      if (depth > mostDeep) return "too deep";
    } else if (closes.has(byte)) depth -= 1;
  }
  return values > mostValues ? "too many values" : "plain";
}
