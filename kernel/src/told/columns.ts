import type { Activity, OrganisationKind, Processing } from "../declare.ts";
import { concerns, groundOf } from "../ground.ts";
import { organisationColumn } from "../retention/held.ts";
import { subjectsOf } from "../subject-path.ts";

/** A purpose as a version in force tells of it. */
export type ToldPurpose = {
  readonly from: string;
  readonly labels: readonly string[];
  readonly data: readonly string[];
};
export type ToldPurposes = {
  readonly kind: OrganisationKind;
  readonly purposes: readonly ToldPurpose[];
};

/** A column that some organisation's notice in force does not tell of: `kernel.write_as_told` reads it. */
export type UntoldColumn = {
  readonly table: string;
  readonly column: string;
  readonly label: string;
  readonly organisation: string | undefined;
  /** The purposes that it serves, by the kind of organisation. */
  readonly uses: Readonly<Partial<Record<OrganisationKind, readonly string[]>>>;
};

/**
 * The columns into which nothing is written yet for some organisation (A2, D15): none of the purposes that they serve is
 * told of with data of this kind. What only serves what a law requires does not wait.
 */
export function untoldColumns(
  processings: readonly Processing[],
  inForce: readonly ToldPurposes[],
): UntoldColumn[] {
  if (inForce.length === 0) return [];
  const activities = new Map(processings.flatMap((p) => p.activities.map((a) => [a.id, a])));
  const personal = processings.flatMap((p) => p.tables).filter((t) => subjectsOf(t).length > 0);
  const told = inForce.map(({ kind, purposes }) => ({
    kind,
    byId: new Map(
      purposes.map(({ from, labels, data }) => [
        from,
        { labels: new Set(labels), data: new Set(data) },
      ]),
    ),
  }));
  return personal.flatMap((table) =>
    Object.entries(table.columns).flatMap(([column, [label, ...uses]]): UntoldColumn[] => {
      if (label === "technical") return [];
      const declared = uses.flatMap((id) => activities.get(id) ?? []);
      const untold = told.flatMap(({ kind, byId }) => {
        if (!concerns(table, [{ kind }])) return [];
        const waits = declared.filter((activity) => canWait(activity, kind)).map(({ id }) => id);
        const tells = waits.some((id) => {
          const purpose = byId.get(id);
          return purpose?.labels.has(label) && purpose.data.has(table.table);
        });
        return waits.length === 0 || tells ? [] : [[kind, waits] as const];
      });
      if (untold.length === 0) return [];
      const organisation = organisationColumn(table);
      return [
        { table: table.table, column, label, organisation, uses: Object.fromEntries(untold) },
      ];
    }),
  );
}

/** The notice of such an organisation tells of it, and no law requires it. */
export const canWait = (activity: Activity, kind: OrganisationKind): boolean =>
  activity.subjects.length > 0 &&
  concerns(activity, [{ kind }]) &&
  groundOf(activity, kind).basis !== "legal-obligation";
