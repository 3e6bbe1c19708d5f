import type { Text } from "@terskel/platform/i18n";
import type { Stored } from "./consents/stored.ts";
import type { Label } from "./labels.ts";
import type { LawId } from "./laws.ts";
import type { PromiseId } from "./promises/ids.ts";
import type { ColumnWords, CommonColumn } from "./words.ts";

export type { Label };

/** GDPR Art. 6(1): (a) consent, (b) contract, (c) legal obligation, (f) legitimate interest. */
export type LegalBasis = "consent" | "contract" | "legal-obligation" | "legitimate-interest";

/** The ground of an activity, and the controller whose ground it is (Art. 4(7), 6(1)). */
export type Ground = {
  /** The controller's ground. A processor acts on the controller's instruction (Art. 28(3)(a)). */
  readonly basis: LegalBasis;
  /** The interest pursued, for `legitimate-interest` (Art. 13(1)(d)). */
  readonly interest?: Text;
  /**
   * Who decides why and how. Where it is the organisation, the operator is its processor; an
   * operator that does it for itself is controller (`operatorRole`).
   */
  readonly controller: "organisation" | "operator";
};

export type OrganisationKind = "operator" | "housing" | "office" | "shop" | "employer";

export type SubjectCategory =
  | "account holder"
  | "member"
  | "invited person"
  | "visitor"
  /** At a customer of the operator's, or at a company that may become one. */
  | "contact person"
  | "operator staff";

/** Why personal data is used, and on what ground. The id begins with its module's name. */
export type Activity = Ground & {
  readonly id: string;
  readonly purpose: Text;
  /** Where it is called otherwise at an organisation of this kind. */
  readonly purposeFor?: Readonly<Partial<Record<OrganisationKind, Text>>>;
  /** The kinds of organisation at which it happens at all. Absent: all. */
  readonly kinds?: readonly OrganisationKind[];
  /** Where an organisation of this kind has another ground. */
  readonly groundOf?: Readonly<Partial<Record<OrganisationKind, Ground>>>;
  /** What a person is asked, for an activity on consent: these words are put on record with the answer. */
  readonly consent?: Text;
  /** What an objection ends at once and without weighing (Art. 21(2) and (3)). */
  readonly objection?: "direct-marketing" | "profiling";
  /**
   * Why it goes on for a person whose data is restricted (Art. 18(2): consent, legal claims, the
   * rights of another). Without a reason it does not.
   */
  readonly whileRestricted?: Text;
  /** The logic, meaning and consequences of a decision that a machine takes alone (Art. 13(2)(f), 22). */
  readonly decidesAlone?: Text;
  /**
   * Why it goes on with an organisation's data when its agreement has ended, until that data goes. Without
   * a reason it does not.
   */
  readonly afterAgreement?: Text;
  readonly subjects: readonly SubjectCategory[];
  readonly sources: readonly (
    | "the person"
    | "the organisation"
    | "the eID"
    | "the door"
    | "the browser"
    | "another installation"
    | "the customer"
    | "public registers"
    | "bought lists"
  )[];
  readonly recipients: readonly (
    | "the person"
    | "the organisation's administrators"
    | "the door's administrators"
    | "the operator"
    | "a third party that controls doors"
    | "whoever needs a file from a log"
    | "e-mail provider"
    | "SMS provider"
    | "advisers"
  )[];
  /** The promises that this activity carries. */
  readonly promises: readonly PromiseId[];
  /** Why what is done for it has no entry in the audit trail: where it is told of instead. Without a reason it has. */
  readonly ownTrail?: Text;
  /** Why no column names this activity. Without a reason, that is an error. */
  readonly usesNoColumn?: Text;
  /** Why what it answers may be drawn from everything that is stored about the person, in every table. */
  readonly usesEveryColumn?: Text;
};

/** How the time of a row is set (Art. 13(2)(a): the period, or else the criteria). */
export type SetTime = {
  /** What follows “deleted”: “14 days after the last use, at the latest 30 after signing in”. */
  readonly when: Text;
  /** No row is kept longer than this; a longer one is a material change. Absent: it has no bound. */
  readonly atMostDays?: number;
  /** The column from whose time these days count: by it a bound that was told of holds while a longer one waits. */
  readonly after?: string;
};

/**
 * When a row goes. Past its time it is invisible at once to everyone, and deleted within minutes.
 * Days are whole days of 24 hours.
 */
export type Keep =
  | {
      readonly kind: "until";
      readonly column: string;
      /** The job that drops what has expired, a partition at a time: nothing is deleted by row. */
      readonly droppedBy?: string;
      readonly set?: SetTime;
    }
  | {
      readonly kind: "period";
      readonly after: string;
      readonly days: number;
      /** What follows “days after”: “the case was closed”. Absent: it happened. */
      readonly event?: Text;
    }
  /** Years after the fiscal year in which `after` lies, by the organisation's country. */
  | { readonly kind: "law"; readonly law: LawId; readonly after: string }
  /** Goes in the transaction that uses it, and at the latest at `until`'s time. */
  | { readonly kind: "used"; readonly until: string; readonly set?: SetTime }
  /** As long as the row it hangs on: `column` references `table`, deletes cascade. */
  | { readonly kind: "with"; readonly column: string; readonly table: string }
  /** As long as the account, or the organisation's agreement, lives. */
  | { readonly kind: "while"; readonly lives: "account" | "agreement" };

/** What an erasure does to a row of the person. */
export type Erase =
  | { readonly kind: "delete" }
  /** Those columns become null: the row then leads to nobody. */
  | { readonly kind: "anonymise"; readonly columns: readonly string[] }
  /** The link that leads from the row to the person goes: the row then leads to nobody. */
  | { readonly kind: "unlink" }
  /**
   * Law keeps the row (Art. 17(3)(b)): it is locked away from every activity but `for`, and deleted
   * when its time by the law is up.
   */
  | { readonly kind: "lock"; readonly law: LawId; readonly after: string; readonly for: string }
  /** The table holds nothing about a person. */
  | { readonly kind: "nothing" };

/** How a row leads to a person it is about. One row may have several. */
export type Subject = {
  readonly who: Exclude<SubjectCategory, "operator staff">;
  /** Column of this table. */
  readonly column: string;
  /** `schema.table.column` it is equal to; absent when the column itself identifies (an address). */
  readonly references?: string;
  /** The step from there, when the table it leads to is not the person's own. */
  readonly onward?: { readonly column: string; readonly references: string };
  /** What an erasure of this person does, when not what the table says. */
  readonly erase?: Erase;
  /** The column with what stands for the address after it has gone (`addressKey`): an objection still finds it. */
  readonly key?: string;
  /** The columns that this person may see, where the rest is about another one (Art. 15(4)). */
  readonly sees?: readonly string[];
};

/** A column's label, then the activities that may use it. */
export type Column = readonly [Label, ...(readonly string[])];

export type TableDeclaration = {
  /** `schema.table`. */
  readonly table: string;
  readonly columns: Readonly<Record<string, Column>>;
  readonly keep: Keep;
  readonly erase: Erase;
  /** The kinds of organisation that may have such rows; the database refuses others. Absent: all. */
  readonly kinds?: readonly OrganisationKind[];
} & (
  | {
      readonly subjects: readonly [Subject, ...Subject[]];
      /** What the rows are to the person that they are about, as a heading. */
      readonly title: Text;
      /** The heading for those who answer for the rows, where `title` says "you" to the person. */
      readonly deskTitle?: Text;
      /** The columns in words, save those of `commonWords`. */
      readonly words?: Readonly<Record<string, ColumnWords>>;
    }
  /** Why the table is about no person. */
  | { readonly noPersonalData: string }
);

/** A job, or a check at the start, that keeps promises whether anybody asks or not. */
export type Keeper = {
  /** The job's name, or the check's. */
  readonly name: string;
  readonly kind: "job" | "check";
  readonly what: Text;
  readonly promises: readonly [PromiseId, ...PromiseId[]];
};

/** What a module declares. */
export type Processing = {
  readonly module: string;
  /** Schemas whose tables the module owns. */
  readonly schemas: readonly string[];
  readonly activities: readonly Activity[];
  readonly tables: readonly TableDeclaration[];
  readonly keepers?: readonly Keeper[];
  /** What it keeps on visitors' devices. */
  readonly stored?: readonly Stored[];
};

/** The columns that need words of their own: a person reads them. */
type Worded<Columns> = keyof {
  [
    C in keyof Columns as Columns[C] extends readonly ["technical", ...(readonly string[])]
      ? never
      : Exclude<C, CommonColumn>
  ]: true;
};

type InWords<D extends TableDeclaration> = D extends { readonly subjects: unknown }
  ? [Worded<D["columns"]>] extends [never]
    ? unknown
    : { readonly words: Readonly<Record<Worded<D["columns"]>, ColumnWords>> }
  : unknown;

/**
 * Declares one table against its generated row type: a column that is left out, one that is not there, or
 * one that a person would have to read without words, does not compile.
 */
export function declareTable<Row extends object>() {
  return <const D extends TableDeclaration & { columns: Record<keyof Row & string, Column> }>(
    declaration: D & {
      columns: Record<Exclude<keyof D["columns"], keyof Row>, never>;
    } & InWords<D>,
  ): TableDeclaration => declaration;
}
