import type { Text } from "@terskel/platform/i18n";
import type { Label } from "./labels.ts";

export type { Label };

/** GDPR Art. 6(1): (a) consent, (b) contract, (c) legal obligation, (f) legitimate interest. */
export type LegalBasis = "consent" | "contract" | "legal-obligation" | "legitimate-interest";

/** Why personal data is used, and on what ground. The id begins with its module's name. */
export type Activity = {
  readonly id: string;
  readonly purpose: Text;
  /** `controller-instruction`: we are the processor and the organisation's own basis carries it (Art. 28(3)(a)). */
  readonly basis: LegalBasis | "controller-instruction";
  /** The interest pursued, for `legitimate-interest` (Art. 13(1)(d)). */
  readonly interest?: Text;
  /** The operator's role (Art. 4(7), 4(8)). */
  readonly role: "controller" | "processor";
  readonly subjects: readonly (
    | "account holder"
    | "member"
    | "invited person"
    | "visitor"
    | "operator staff"
  )[];
  readonly sources: readonly (
    | "the person"
    | "the organisation"
    | "the eID"
    | "the door"
    | "the browser"
  )[];
  readonly recipients: readonly (
    | "the person"
    | "the organisation's administrators"
    | "the door's administrators"
    | "the operator"
    | "e-mail provider"
    | "SMS provider"
  )[];
  /** Ids of the promises (A1 … D15) that this activity carries. */
  readonly promises: readonly string[];
  /** Why no column names this activity. Without a reason, that is an error. */
  readonly usesNoColumn?: Text;
};

/** When a row goes. Days are whole days of 24 hours. */
export type Keep =
  | { readonly kind: "until"; readonly column: string }
  | { readonly kind: "period"; readonly after: string; readonly days: number }
  /** As long as the row it hangs on: `column` references `table`, deletes cascade. */
  | { readonly kind: "with"; readonly column: string; readonly table: string }
  /** As long as the account, or the organisation's agreement, lives. */
  | { readonly kind: "while"; readonly lives: "account" | "agreement" };

/** What an erasure does to a row of the person. */
export type Erase =
  | { readonly kind: "delete" }
  | { readonly kind: "anonymise"; readonly columns: readonly string[] }
  /** The table holds nothing about a person. */
  | { readonly kind: "nothing" };

/** How a row leads to a person it is about. One row may have several. */
export type Subject = {
  readonly who: "account holder" | "member" | "invited person" | "visitor";
  /** Column of this table. */
  readonly column: string;
  /** `schema.table.column` it is equal to; absent when the column itself identifies (an address). */
  readonly references?: string;
};

/** A column's label, then the activities that may use it. */
export type Column = readonly [Label, ...(readonly string[])];

export type TableDeclaration = {
  /** `schema.table`. */
  readonly table: string;
  readonly columns: Readonly<Record<string, Column>>;
  readonly keep: Keep;
  readonly erase: Erase;
} & (
  | { readonly subjects: readonly [Subject, ...Subject[]] }
  /** Why the table is about no person. */
  | { readonly noPersonalData: string }
);

/** What a module declares. */
export type Processing = {
  readonly module: string;
  /** Schemas whose tables the module owns. */
  readonly schemas: readonly string[];
  readonly activities: readonly Activity[];
  readonly tables: readonly TableDeclaration[];
};

/**
 * Declares one table against its generated row type: a column that is left out, or one that is
 * not there, does not compile.
 */
export function declareTable<Row extends object>() {
  return <const D extends TableDeclaration & { columns: Record<keyof Row & string, Column> }>(
    declaration: D & {
      columns: Record<Exclude<keyof D["columns"], keyof Row>, never>;
    },
  ): TableDeclaration => declaration;
}
