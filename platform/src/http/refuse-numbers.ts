import { z } from "zod";
import { forbiddenNumber } from "../numbers/forbidden.ts";
import { problem } from "../problems.ts";
import { textsOf } from "../texts-of.ts";
import { heldBy } from "./holds.ts";

/**
 * Refuses a body in whose text a number stands that is never stored here.
 * @throws Problem `national-identity-number`, `payment-card-number`, naming the field
 */
export function refuseNumbers(schema: z.ZodType, body: unknown): void {
  const found = textsIn(schema, body, ["body"]).flatMap(({ path, text, of }) => {
    const code = forbiddenNumber(text);
    const isRefused = code && !(of === "credential-number" && code === "payment-card-number");
    return isRefused ? [{ path: path.join("."), code }] : [];
  });
  const [first] = found;
  if (first) throw problem(first.code, { errors: found });
}

type Found = {
  readonly path: readonly string[];
  readonly text: string;
  readonly of: "credential-number" | undefined;
};

/** Forms in which digits are told from a number: what is in it has been checked by the form. */
const forms = new Set(["uuid", "datetime", "date", "base64"]);
const isForm = (def: object) => "format" in def && forms.has(String(def.format));

/** The free texts in a parsed body; of what its schema does not describe, every text there is. */
function textsIn(schema: z.core.$ZodType, value: unknown, path: readonly string[]): Found[] {
  const { def } = schema as unknown as { def: z.core.$ZodTypes["_zod"]["def"] };
  switch (def.type) {
    case "string": {
      const of = heldBy(schema);
      if (isForm(def) || of === "telephone-number" || of === "token") return [];
      return typeof value === "string" ? [{ path, text: value, of }] : [];
    }
    case "object":
      return Object.entries(Object(value) as object).flatMap(([key, each]) =>
        textsIn(def.shape[key] ?? z.unknown(), each, [...path, key]),
      );
    case "union":
      return textsIn(
        def.options.find((option) => z.safeParse(option, value).success) ?? z.unknown(),
        value,
        path,
      );
    case "optional":
    case "nullable":
    case "default":
      return textsIn(def.innerType, value, path);
    default:
      return Array.from(textsOf(value), (text) => ({ path, text, of: undefined }));
  }
}
