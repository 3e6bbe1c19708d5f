import { z } from "zod";

/** What a field of an answer shows, said beside it. */
export type Shown = {
  /** `schema.table.column`, one or more. */
  readonly columns: readonly string[];
  /** Something of any column of the tables about the person. */
  readonly everyColumn: boolean;
  /** Why it is about nobody. */
  readonly plain?: string;
};

const shown = z.registry<Shown>();

/**
 * Which columns of these tables an answer's field shows. The check at the start compares it with the
 * declarations: a route shows a column only if its activity may use it. Safe in a browser.
 *
 *     const table = columnsOf<TrialTables>();
 *     const visits = table("trial.visits");
 *     response: z.object({ at: visits("at", instant) })
 */
export function columnsOf<Tables extends object>() {
  return <N extends keyof Tables & string>(table: N) => {
    type Name = keyof Tables[N] & string;
    return <T extends z.ZodType>(column: Name | readonly Name[], field: T): T =>
      mark({ columns: [column].flat().map((each) => `${table}.${each}`) }, field);
  };
}

/** The field shows nothing about a person, and why: a state of the product, an invented person. */
export function plain<T extends z.ZodType>(why: string, field: T): T {
  return mark({ plain: why }, field);
}

/**
 * The field is drawn from whatever is stored about the person, in every table; only for an activity
 * that declares so (`usesEveryColumn`).
 */
export function everyColumn<T extends z.ZodType>(field: T): T {
  return mark({ everyColumn: true }, field);
}

/** What is said twice of one field adds up: it may come from two tables. */
function mark<T extends z.ZodType>(more: Partial<Shown>, field: T): T {
  const before = shown.get(field);
  // Its own, so that another field of the same words says for itself what it shows.
  const own: T = field.clone();
  shown.add(own, {
    everyColumn: false,
    ...before,
    ...more,
    columns: [...(before?.columns ?? []), ...(more.columns ?? [])],
  });
  return own;
}

export type Field = {
  /** `items.person.name`; empty for the answer as a whole. */
  readonly path: string;
  /** Undefined: the field does not say what it shows. */
  readonly shown: Shown | undefined;
};

/** The fields of an answer that say what they show, and those that hold no others and do not. */
export function fieldsOf(schema: z.core.$ZodType, path = ""): Field[] {
  const said = shown.get(schema as z.ZodType);
  const inside = fieldsInside(schema, path);
  if (!said) return inside ?? [{ path, shown: undefined }];
  return [{ path, shown: said }, ...(inside ?? []).filter((field) => field.shown)];
}

/** Undefined: it holds no others. */
function fieldsInside(schema: z.core.$ZodType, path: string): Field[] | undefined {
  const { def } = schema as unknown as { def: z.core.$ZodTypes["_zod"]["def"] };
  const at = (name: string) => (path ? `${path}.${name}` : name);
  switch (def.type) {
    case "object":
      return Object.entries(def.shape).flatMap(([name, field]) => fieldsOf(field, at(name)));
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
      return fieldsOf(def.valueType, at("*"));
    case "pipe":
      return fieldsOf(def.out, path);
    case "literal":
      // A fixed word says nothing.
      return def.values.length === 1 ? [] : undefined;
    default:
      return undefined;
  }
}
