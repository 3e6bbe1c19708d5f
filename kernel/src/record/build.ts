import type { Answer } from "@terskel/platform/contract";
import type { record } from "../api/record.ts";
import type { Activity, OrganisationKind, Processing } from "../declare.ts";
import { concerns, customerKinds, groundOf, purposeOf } from "../ground.ts";
import { labels } from "../labels.ts";
import type { Label } from "../labels.ts";
import { instruction, measures, transfers } from "./measures.ts";
import { basisWords, recipientWords, sourceWords, subjectWords, timeLimit } from "./words.ts";

export type ProcessingRecord = Answer<typeof record>;
export type ControllerEntry = ProcessingRecord["controller"]["entries"][number];
type Party = ProcessingRecord["controller"]["name"];
type ProcessorGroup = NonNullable<ProcessingRecord["processor"]>["groups"][number];

/**
 * The record of processing that follows from the declarations (GDPR Art. 30), the same letter by letter
 * until they change: what the organisation does as controller (30(1)) and, for an operator, what it does
 * as processor for others (30(2)).
 * @param controllers on whose behalf the operator acts; absent: in general, by kind
 */
export function buildRecord(
  processings: readonly Processing[],
  kind: OrganisationKind,
  name: Party = {},
  controllers: readonly (Party & { readonly kind: OrganisationKind })[] = [],
): ProcessingRecord {
  const its = activitiesOf(processings).filter(
    (activity) =>
      concerns(activity, [{ kind }]) &&
      (kind === "operator" || groundOf(activity, kind).controller === "organisation"),
  );
  return {
    kind,
    controller: {
      article: "30(1)",
      name,
      entries: its.map((activity) => entryOf(processings, activity, kind)),
      transfers,
      measures: [...measures],
    },
    ...(kind === "operator"
      ? {
          processor: {
            article: "30(2)" as const,
            name,
            instruction,
            groups: customerKinds.flatMap((its) => groupOf(processings, its, controllers)),
            transfers,
            measures: [...measures],
          },
        }
      : {}),
  };
}

const activitiesOf = (processings: readonly Processing[]): Activity[] =>
  processings.flatMap((each) => each.activities).toSorted((a, b) => compare(a.id, b.id));

/** By code, not by the reader's language: the same everywhere. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What is done on behalf of organisations of one kind; none when the operator has none of them. */
function groupOf(
  processings: readonly Processing[],
  kind: OrganisationKind,
  all: readonly (Party & { readonly kind: OrganisationKind })[],
): ProcessorGroup[] {
  const controllers = all
    .filter((each) => each.kind === kind)
    .map(({ kind: _, ...party }) => party)
    .toSorted((a, b) => compare(a.number ?? "", b.number ?? ""));
  if (all.length > 0 && controllers.length === 0) return [];
  const entries = activitiesOf(processings)
    .filter(
      (activity) =>
        concerns(activity, [{ kind }]) && groundOf(activity, kind).controller === "organisation",
    )
    .map((activity) => {
      const { id, purpose, subjects, categories, everything } = entryOf(
        processings,
        activity,
        kind,
      );
      return { id, purpose, subjects, categories, ...(everything ? { everything } : {}) };
    });
  return [{ kind, controllers, entries }];
}

function entryOf(
  processings: readonly Processing[],
  activity: Activity,
  kind: OrganisationKind,
): ControllerEntry {
  const ground = groundOf(activity, kind);
  const byName = new Map(processings.flatMap((p) => p.tables.map((t) => [t.table, t] as const)));
  const used = processings
    .flatMap((each) => each.tables)
    .flatMap((table) => {
      if (!("subjects" in table) || !concerns(table, [{ kind }])) return [];
      const its = Object.values(table.columns)
        .filter(([, ...uses]) => uses.includes(activity.id))
        .map(([label]) => label);
      return its.length > 0 ? [{ table, labels: its }] : [];
    })
    .toSorted((a, b) => compare(a.table.table, b.table.table));
  const found = [...new Set(used.flatMap((each) => each.labels))]
    .filter((label) => label !== "technical")
    .toSorted(compare) as Label[];
  return {
    id: activity.id,
    purpose: purposeOf(activity, kind),
    basis: { id: ground.basis, text: basisWords[ground.basis] },
    ...(ground.interest ? { interest: ground.interest } : {}),
    subjects: activity.subjects.map((each) => subjectWords(each, kind)),
    categories: found.map((label) => ({ label, dpv: labels[label].dpv, text: labels[label].text })),
    ...(activity.usesEveryColumn ? { everything: activity.usesEveryColumn } : {}),
    sources: activity.sources.map((each) => sourceWords[each]),
    recipients: activity.recipients.map((each) => recipientWords[each]),
    limits: used.map(({ table }) => ({
      table: table.table,
      what: table.deskTitle ?? table.title,
      how: timeLimit(table.keep, byName),
    })),
  };
}
