import type { z } from "zod";

/**
 * Which column an answer's field shows, said beside the field. Safe in a browser. The check at the
 * start compares it with the declarations: a route shows a labelled column only if its activity may
 * use it, and a field that says nothing stops the start.
 */
type Shown = { readonly column?: `${string}.${string}.${string}` };

const shown = new WeakMap<z.core.$ZodType, Shown>();

/** The field shows this column: `schema.table.column`. */
export function column<T extends z.ZodType>(name: `${string}.${string}.${string}`, field: T): T {
  return mark({ column: name }, field);
}

/** The field shows nothing about a person: a count, a state of a thing, a code of the product. */
export function plain<T extends z.ZodType>(field: T): T {
  return mark({}, field);
}

function mark<T extends z.ZodType>(what: Shown, field: T): T {
  // One schema is used for many fields.
  const own = field.clone();
  shown.set(own, what);
  return own;
}

export type Field = {
  /** `items.person.name`. */
  readonly path: string;
  /** Undefined: the field does not say what it shows. */
  readonly shown: Shown | undefined;
};

/** The fields of an answer, down to those that hold no others. */
export function fieldsOf(schema: z.core.$ZodType, path = ""): Field[] {
  const said = shown.get(schema);
  if (said) return [{ path, shown: said }];
  const inside = (name: string) => (path ? `${path}.${name}` : name);
  const { def } = schema._zod as { def: z.core.$ZodTypes["_zod"]["def"] };
  switch (def.type) {
    case "object":
      return Object.entries(def.shape).flatMap(([name, field]) => fieldsOf(field, inside(name)));
    case "array":
      return fieldsOf(def.element, path);
    case "optional":
    case "nullable":
    case "default":
    case "readonly":
      return fieldsOf(def.innerType, path);
    case "union":
      return def.options.flatMap((option) => fieldsOf(option, path));
    case "record":
      return fieldsOf(def.valueType, inside("*"));
    case "pipe":
      return fieldsOf(def.out, path);
    // A fixed word says nothing.
    case "literal":
      return [];
    default:
      return [{ path, shown: undefined }];
  }
}
