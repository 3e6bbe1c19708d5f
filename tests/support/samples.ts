import type { Schema } from "./operations.ts";

const samples: readonly [fits: RegExp, text: string][] = [
  [/^\^\[A-Z\]\{2\}\$$/, "NO"],
  [/uuid/, "0190b6a0-0000-7000-8000-0000000000ff"],
  [/email/, "nobody@example.org"],
  [/date-time/, "2031-01-01T10:00:00Z"],
  [/^date$/, "2031-01-01"],
  [/base64/, "bmFtZQ=="],
  [/\\d\{6\}/, "123456"],
  [/0-9A-F/, "04A1B2C3"],
  [/^\^\\\//, "/"],
  [/\\p\{Zl\}/, "a word or two of text"],
];

/** Where any text or number of the right form would not do. */
const own: Record<string, unknown> = { timeZone: "Europe/Oslo", output: 77 };

/** Bodies of this schema with every field in them, one for each way that it leaves open. */
export function bodiesOf(schema: Schema, called = ""): unknown[] {
  if (own[called] !== undefined) return [own[called]];
  const ways = schema.anyOf ?? schema.oneOf;
  if (ways)
    return ways.filter(({ type }) => type !== "null").flatMap((way) => bodiesOf(way, called));
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum) return [schema.enum[0]];
  switch (schema.type) {
    case "object":
      return Object.entries(schema.properties ?? {}).reduce<object[]>(
        (bodies, [name, inner]) =>
          bodiesOf(inner, name).flatMap((value) =>
            bodies.map((body) => ({ ...body, [name]: value })),
          ),
        [{}],
      );
    case "array":
      return schema.items ? bodiesOf(schema.items).map((item) => [item]) : [[]];
    case "integer":
    case "number":
      return [schema.minimum ?? 1];
    case "boolean":
      return [true];
    case "string": {
      const form = `${schema.format ?? ""}${schema.pattern ?? ""}`;
      const known = samples.find(([fits]) => fits.test(schema.format ?? schema.pattern ?? ""));
      if (form !== "" && !known) throw new Error(`no sample of ${form}`);
      return [known?.[1] ?? "a word or two of text"];
    }
    default:
      return [{}];
  }
}

type Place = readonly (string | number)[];

/** Where in a body a value stands that is no object and no list. */
export function leavesOf(body: unknown, at: Place = []): { at: Place; value: unknown }[] {
  if (typeof body !== "object" || body === null) return [{ at, value: body }];
  return Object.entries(body).flatMap(([key, value]) => leavesOf(value, [...at, key]));
}

/** The body as JSON with another value at one place; `raw` is JSON already. */
export function withAt(body: unknown, [first, ...rest]: Place, raw: string): string {
  if (first === undefined) return raw;
  const fields = Object.entries(body as object).map(([key, value]) => {
    const json = key === String(first) ? withAt(value, rest, raw) : JSON.stringify(value);
    return Array.isArray(body) ? json : `${JSON.stringify(key)}:${json}`;
  });
  return Array.isArray(body) ? `[${fields.join(",")}]` : `{${fields.join(",")}}`;
}
