import type { Activity, OrganisationKind, Processing, TableDeclaration } from "../declare.ts";
import { deskTitle } from "../desk-title.ts";
import { concerns, groundOf, operatorRole, purposeOf as purposeAt } from "../ground.ts";
import { labels } from "../labels.ts";
import type { Label } from "../labels.ts";
import { subjectsOf } from "../subject-path.ts";
import { itemsOf } from "./item-sources.ts";
import { keepFact } from "./keep.ts";
import type { NoticeFacts, Party, Purpose } from "./shape.ts";

export type Publisher = {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly party: Party;
  readonly words: NoticeFacts["words"];
};

/** What the register of suppliers says: who gets data, and where it is stored. */
export type Outside = Pick<NoticeFacts, "suppliers" | "storedIn">;

/** Something about people, and not only of what nobody is known by. */
const isPersonal = (table: TableDeclaration) => subjectsOf(table).length > 0;

/** The labels under which an activity may use a table's columns; a number alone says nothing to a reader. */
function labelsFor(table: TableDeclaration, activity: string): Label[] {
  const used = Object.values(table.columns).filter(([, ...uses]) => uses.includes(activity));
  return used.map(([label]) => label).filter((label) => label !== "technical");
}

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

/**
 * The notice of an organisation, from the declarations in force. Pure: what no declaration knows comes with
 * `organisation` and `operator`.
 * @param operator absent when the organisation is the operator itself
 */
export function noticeOf(
  processings: readonly Processing[],
  organisation: Publisher,
  operator: Publisher | undefined,
  outside: Outside = { suppliers: [] },
): NoticeFacts {
  const tables = processings.flatMap((p) => p.tables);
  const byName = new Map(tables.map((table) => [table.table, table]));
  const personal = tables.filter((table) => isPersonal(table) && concerns(table, [organisation]));
  // What a person meets comes first, and what the product does for their rights last.
  const ordered = [
    ...processings.filter(({ module }) => module !== "kernel"),
    ...processings.filter(({ module }) => module === "kernel"),
  ];
  const purposes = ordered
    .flatMap((p) => p.activities)
    // What is done about nobody needs no telling.
    .filter((activity) => activity.subjects.length > 0 && concerns(activity, [organisation]))
    .map((activity) => purposeOf(activity, organisation.kind, personal));
  const used = new Set(purposes.flatMap(({ data }) => data));
  const data = personal
    .filter(({ table }) => used.has(table))
    .map((table) => ({
      from: table.table,
      title: deskTitle(table) ?? { nb: table.table, sv: table.table, en: table.table },
      labels: unique(purposes.flatMap(({ from }) => labelsFor(table, from))),
      keep: keepFact(table.keep, byName),
    }));
  const facts = {
    organisation: { id: organisation.id, kind: organisation.kind },
    controller: organisation.party,
    ...(operator ? { processor: operator.party } : {}),
    words: organisation.words,
    purposes,
    data,
    ...outside,
    labels: Object.fromEntries(
      unique([
        ...data.flatMap((each) => each.labels),
        ...outside.suppliers.flatMap((each) => each.labels as Label[]),
      ]).map((label) => [label, labels[label].text]),
    ),
  };
  return { ...facts, items: itemsOf(facts) };
}

/** Has the person to give it, and what for (Art. 13(2)(e))? Follows from the ground and from who is asked. */
function givenFor({ sources }: Activity, basis: Purpose["basis"]): Purpose["given"] {
  if (!sources.includes("the person")) return "not-asked";
  if (basis === "contract") return "needed";
  return basis === "legal-obligation" ? "by-law" : "voluntary";
}

function purposeOf(
  activity: Activity,
  kind: OrganisationKind,
  personal: readonly TableDeclaration[],
): Purpose {
  const ground = groundOf(activity, kind);
  const data = personal.filter((table) => labelsFor(table, activity.id).length > 0);
  const found = unique(data.flatMap((table) => labelsFor(table, activity.id)));
  return {
    from: activity.id,
    purpose: purposeAt(activity, kind),
    basis: ground.basis,
    ...(ground.interest ? { interest: ground.interest } : {}),
    controller: kind === "operator" ? "operator" : ground.controller,
    role: operatorRole(activity, kind),
    given: givenFor(activity, ground.basis),
    subjects: [...activity.subjects],
    sources: [...activity.sources],
    recipients: [...activity.recipients],
    labels: found,
    ...(activity.usesEveryColumn ? { usesAll: activity.usesEveryColumn } : {}),
    ...(activity.usesNoColumn ? { usesNone: activity.usesNoColumn } : {}),
    data: data.map(({ table }) => table),
    ...(activity.objection ? { objection: activity.objection } : {}),
    ...(activity.decidesAlone ? { decidesAlone: activity.decidesAlone } : {}),
  };
}
