import type { CatalogueTable } from "@terskel/platform/db";
import type { Processing } from "./declare.ts";
import type { SubjectKeys, WithContext } from "./tenancy.ts";

/** Whom a right is exercised for, and at whom. */
export type Scope = {
  /**
   * The organisation that is asked: an address then means what stands in its rows only. Absent: the person
   * asks for their account, and everything of it.
   */
  readonly organisation?: string | undefined;
  readonly subjects: SubjectKeys;
  /** Leaves out what employers store: whoever wants a copy of that asks the employer (D13). */
  readonly withoutEmployers?: boolean;
  /** E-mail addresses and telephone numbers that an erasure may leave nowhere. */
  readonly values: readonly string[];
};

/** What the rights are carried out with. */
export type RightsPorts = {
  readonly withContext: WithContext;
  readonly processings: readonly Processing[];
  /** The live tables, read once. */
  readonly catalogue: () => Promise<readonly CatalogueTable[]>;
};
