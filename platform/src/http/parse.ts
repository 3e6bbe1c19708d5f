import { z } from "zod";
import type { Language } from "../i18n.ts";
import { isStorable } from "../storable.ts";
import { withoutForbidden } from "../numbers/forbidden.ts";
import { problem } from "../problems.ts";
import type { FieldError } from "../problems.ts";
import { refuseNumbers } from "./refuse-numbers.ts";

const locales = { nb: z.locales.no(), sv: z.locales.sv(), en: z.locales.en() };

/**
 * Parses one part of a request.
 * @throws Problem `malformed-request` naming each wrong field, with a text in the reader's language;
 * `national-identity-number`, `payment-card-number` for a body in whose free text one stands
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
  if (parsed.success && isStorable(parsed.data)) {
    if (part === "body") refuseNumbers(schema, parsed.data);
    return parsed.data;
  }
  throw problem("malformed-request", {
    errors: parsed.success
      ? [{ path: part, code: "invalid_characters" }]
      : parsed.error.issues.slice(0, 50).flatMap((issue) => fieldErrors(part, issue)),
  });
}

/** An unknown field is named itself, not the object it stands in. */
function fieldErrors(part: string, issue: z.core.$ZodIssue): FieldError[] {
  const keys = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 20) : [];
  const paths = keys.length > 0 ? keys.map((key) => [...issue.path, key]) : [issue.path];
  return paths.map((path) => ({
    // A field's name is what the caller wrote.
    path: withoutForbidden([part, ...path.map(String)].join(".")),
    code: issue.code,
    message: withoutForbidden(issue.message),
  }));
}
