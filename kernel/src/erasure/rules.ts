import type { Erase, TableDeclaration } from "../declare.ts";
import { lawEnd } from "../expiry.ts";
import type { LawId } from "../laws.ts";
import { isAbout, subjectsOf } from "../subject-path.ts";

/** What an erasure does to the rows of a table; conditions and expressions are SQL over its columns. */
export type TableErasure = {
  readonly table: string;
  /** By law kept until a time that is not yet over. */
  readonly locks: readonly {
    readonly law: LawId;
    readonly where: string;
    readonly until: string;
  }[];
  /** Rows to delete that are not locked. */
  readonly deletes: string | undefined;
  /** Rows that stay, without what led to the person. */
  readonly anonymises: readonly { readonly where: string; readonly columns: readonly string[] }[];
  /** Rows that stay as they are: the link that leads from them to the person goes. */
  readonly unlinks: string | undefined;
  /** Rows that are about the person in any way. */
  readonly about: string;
  readonly organisation: string | undefined;
};

const any = (conditions: readonly string[]) =>
  conditions.length === 0 ? undefined : `(${conditions.join(" or ")})`;

/**
 * Where rules meet in one row because it is about the person in several ways, the law's wins, then
 * deleting, then anonymising.
 */
export function erasureOf(table: TableDeclaration): TableErasure | undefined {
  const rules = subjectsOf(table).map((subject) => ({
    erase: subject.erase ?? table.erase,
    where: isAbout(table, subject),
  }));
  const about = any(rules.map(({ where }) => where));
  if (about === undefined) return undefined;
  const locks = rules.flatMap(({ erase, where }) => {
    if (erase.kind !== "lock") return [];
    const until = lawEnd(erase.law, erase.after);
    return [{ law: erase.law, until, where: `(${where} and ${until} > now())` }];
  });
  const goes = any(
    rules.filter(({ erase }) => isOf(erase, "delete", "lock")).map(({ where }) => where),
  );
  const locked = any(locks.map(({ where }) => where));
  const deletes = goes && locked ? `(${goes} and ${locked} is not true)` : goes;
  // What is deleted or locked needs no more.
  const stays = (where: string) => (goes ? `(${where} and ${goes} is not true)` : where);
  return {
    table: table.table,
    locks,
    deletes,
    anonymises: rules.flatMap(({ erase, where }) =>
      erase.kind === "anonymise" ? [{ where: stays(where), columns: erase.columns }] : [],
    ),
    unlinks: any(
      rules.filter(({ erase }) => isOf(erase, "unlink")).map(({ where }) => stays(where)),
    ),
    about,
    organisation: Object.hasOwn(table.columns, "organisation_id") ? "organisation_id" : undefined,
  };
}

const isOf = (erase: Erase, ...kinds: readonly Erase["kind"][]) => kinds.includes(erase.kind);
