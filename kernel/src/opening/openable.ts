import type {
  Activity,
  Label,
  OrganisationKind,
  Processing,
  TableDeclaration,
} from "../declare.ts";
import { concerns, groundOf } from "../ground.ts";
import { organisationColumn } from "../retention/held.ts";
import { kindOf, subjectsOf } from "../subject-path.ts";

/** An organisation's rows about its people: an account's own belong to no organisation, and are opened by nobody. */
export const isOpenable = (table: TableDeclaration): boolean =>
  organisationColumn(table) !== undefined &&
  subjectsOf(table).some((subject) => kindOf(table, subject) === "member");

/** Every activity that may use something of the table. */
export const usesOf = ({ columns }: TableDeclaration): string[] => [
  ...new Set(Object.values(columns).flatMap(([, ...uses]) => uses)),
];

/**
 * What of a table comes for a purpose: the columns whose declaration names it, and no others. Numbers of persons
 * stay away, as they say nothing to a reader, and so does the organisation, which the reader has come by.
 */
export const columnsFor = ({ columns }: TableDeclaration, purpose: string): string[] =>
  Object.entries(columns)
    .filter(([, [label, ...uses]]) => !leftOut.has(label) && uses.includes(purpose))
    .map(([column]) => column)
    .filter((column) => column !== "organisation_id");

const leftOut: ReadonlySet<Label> = new Set(["technical", "pseudonym"]);

export type OpenedTable = { readonly table: TableDeclaration; readonly columns: readonly string[] };

/** The tables of which something comes for a purpose, each with what. */
export const tablesFor = (processings: readonly Processing[], purpose: string): OpenedTable[] =>
  processings
    .flatMap((p) => p.tables)
    .filter(isOpenable)
    .map((table) => ({ table, columns: columnsFor(table, purpose) }))
    .filter(({ columns }) => columns.length > 0);

/** By which a person's data is opened for another purpose: no purpose of their own. */
export const opening: readonly string[] = ["kernel.advise", "kernel.open-person"];

const isOpening: ReadonlySet<string> = new Set(opening);

/** The purposes for which an organisation of this kind itself decides that data of its people is used. */
export const purposesOf = (
  processings: readonly Processing[],
  kind: OrganisationKind,
): readonly Activity[] =>
  // What a person meets comes first, as in the notice.
  processings
    .toSorted((a, b) => Number(a.module === "kernel") - Number(b.module === "kernel"))
    .flatMap((p) => p.activities)
    .filter(
      (activity) =>
        !isOpening.has(activity.id) &&
        concerns(activity, [{ kind }]) &&
        (kind === "operator" || groundOf(activity, kind).controller === "organisation") &&
        tablesFor(processings, activity.id).length > 0,
    );
