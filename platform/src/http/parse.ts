import { z } from "zod";
import type { Language } from "../i18n.ts";
import { problem } from "../problems.ts";

const locales = { nb: z.locales.no(), sv: z.locales.sv(), en: z.locales.en() };

/**
 * Parses one part of a request.
 * @throws Problem `malformed-request` naming each wrong field, with a text in the reader's language
 */
export function parsePart<T extends z.ZodType>(
  schema: T | undefined,
  part: "params" | "query" | "body",
  value: unknown,
  language: Language,
): z.output<T> {
  if (!schema) {
    const given = part === "body" ? value !== undefined && value !== null : false;
    const unknown = part === "query" ? Object.keys((value as object | null) ?? {}) : [];
    if (given || unknown.length > 0) {
      throw problem("malformed-request", {
        errors: [{ path: [part, ...unknown].join("."), code: "unrecognized_keys" }],
      });
    }
    return {} as z.output<T>;
  }
  const parsed = schema.safeParse(value, { error: locales[language].localeError });
  if (parsed.success) return parsed.data;
  throw problem("malformed-request", {
    errors: parsed.error.issues.slice(0, 50).map((issue) => ({
      path: [part, ...issue.path.map(String)].join("."),
      code: issue.code,
      message: issue.message,
    })),
  });
}
