import type {
  Activity,
  Label,
  OrganisationKind,
  Processing,
  TableDeclaration,
} from "../declare.ts";
import { groundOf } from "../ground.ts";

/**
 * Does a label say what a person gives, or is observed doing? The rest is what an organisation decides
 * about them, or what the system makes: a role, an access, a number (WP 242 rev.01, p. 9 to 11).
 */
const givenOrObserved: Readonly<Record<Label, boolean>> = {
  name: true,
  "birth-date": true,
  contact: true,
  picture: true,
  language: true,
  "sign-in": true,
  "ip-address": true,
  device: true,
  "access-history": true,
  note: true,
  message: true,
  time: true,
  technical: false,
  pseudonym: false,
  secret: false,
  residence: false,
  membership: false,
  "access-right": false,
  credential: false,
  "rights-request": false,
  disclosure: false,
  act: false,
};

const fromPerson: ReadonlySet<string> = new Set([
  "the person",
  "the eID",
  "the door",
  "the browser",
  "another installation",
]);

/** Does it rest on consent or contract there (Art. 20(1)(a)), with data from the person or their use? */
const carries = (activity: Activity, kind: OrganisationKind) =>
  ["consent", "contract"].includes(groundOf(activity, kind).basis) &&
  activity.sources.some((source) => fromPerson.has(source));

export type Portable = { readonly table: TableDeclaration; readonly columns: readonly string[] };

/**
 * The columns that a person can take along from an organisation of this kind: their label says what the
 * person gave or did, and an activity that uses them rests on consent or contract with data from the person.
 * Without an organisation they are those of the account, which belongs to none.
 */
export function portableOf(
  processings: readonly Processing[],
  kind: OrganisationKind | undefined,
): Portable[] {
  const carrying = new Set(
    processings
      .flatMap((p) => p.activities)
      .filter((activity) => carries(activity, kind ?? "operator"))
      .map(({ id }) => id),
  );
  return processings
    .flatMap((p) => p.tables)
    .filter(({ columns }) => Object.hasOwn(columns, "organisation_id") === (kind !== undefined))
    .flatMap((table) => {
      const columns = Object.entries(table.columns).filter(
        ([, [label, ...uses]]) => givenOrObserved[label] && uses.some((id) => carrying.has(id)),
      );
      // A time says nothing without what happened then.
      if (!("subjects" in table) || columns.every(([, [label]]) => label === "time")) return [];
      return { table, columns: columns.map(([name]) => name) };
    });
}
