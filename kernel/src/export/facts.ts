import type { Language } from "@terskel/platform/i18n";
import { authorityOf } from "../authorities.ts";
import type {
  Activity,
  Column,
  OrganisationKind,
  Processing,
  TableDeclaration,
} from "../declare.ts";
import { anyCustomer, concerns, groundOf, operatorRole, purposeOf } from "../ground.ts";
import { keepText } from "../keep-text.ts";
import { labels } from "../labels.ts";
import { commonWords } from "../words.ts";
import type { ColumnWords, CommonColumn } from "../words.ts";
import type { ActivityFacts, Party, TableFacts } from "./access-file.ts";

/** A column in words: its own, else those that every table shares, else what its label says. */
export function wordsOf(table: TableDeclaration, column: string): ColumnWords {
  const [label] = table.columns[column] ?? ["technical"];
  const own = "words" in table ? table.words?.[column] : undefined;
  return own ?? commonWords[column as CommonColumn] ?? labels[label].text;
}

const titleOf = (table: TableDeclaration, language: Language): string =>
  "title" in table ? table.title[language] : table.table;

/** What Art. 15(1) wants told of one table. */
export function tableFacts(table: TableDeclaration, language: Language): TableFacts {
  const activities = Object.values(table.columns).flatMap(([, ...uses]) => uses);
  return {
    table: table.table,
    title: titleOf(table, language),
    keep: keepText(table.keep)[language],
    activities: [...new Set(activities)],
    columns: Object.fromEntries(
      Object.entries(table.columns).map(([column, [label]]) => [
        column,
        { text: wordsOf(table, column)[language], category: labels[label].text[language] },
      ]),
    ),
  };
}

export type Organisation = Party & { readonly kind: OrganisationKind };

/**
 * What Art. 15(1) wants told of the activities for which something of the person is used, each once for
 * every ground that it has at these organisations.
 */
export function activityFacts(
  processings: readonly Processing[],
  used: ReadonlySet<string>,
  organisations: readonly Organisation[],
  language: Language,
): ActivityFacts[] {
  // An account without an organisation is the operator's own affair.
  const kinds =
    organisations.length > 0 ? organisations.map(({ kind }) => kind) : ["operator" as const];
  const facts = processings
    .flatMap((p) => p.activities)
    .filter(({ id }) => used.has(id))
    .flatMap((activity) => kinds.map((kind) => factsOf(activity, kind, language)));
  return [...new Map(facts.map((each) => [JSON.stringify(each), each])).values()];
}

/** What an activity is for, by its id: a reader does not know it by that. */
export function purposes(processings: readonly Processing[], language: Language) {
  const all = processings.flatMap((p) => p.activities);
  const known = new Map(all.map(({ id, purpose }) => [id, purpose[language]]));
  return (id: string): string | undefined => known.get(id);
}

function factsOf(activity: Activity, kind: OrganisationKind, language: Language): ActivityFacts {
  const ground = groundOf(activity, kind);
  return {
    id: activity.id,
    purpose: purposeOf(activity, kind)[language],
    basis: ground.basis,
    interest: ground.interest?.[language] ?? null,
    controller: ground.controller,
    role: operatorRole(activity, kind),
    sources: [...activity.sources],
    recipients: [...activity.recipients],
  };
}

/** Without what only the operator's own staff is concerned by, unless the person is one of them. */
export function concerning(
  processings: readonly Processing[],
  organisations: readonly Organisation[],
): readonly Processing[] {
  const others = new Set(
    processings
      .flatMap((p) => p.activities)
      .filter((activity) => !concerns(activity, [...organisations, ...anyCustomer]))
      .map(({ id }) => id),
  );
  const without = ([label, ...uses]: Column): Column => [
    label,
    ...uses.filter((id) => !others.has(id)),
  ];
  return processings.map((processing) => ({
    ...processing,
    tables: processing.tables.map((table) => ({
      ...table,
      columns: Object.fromEntries(
        Object.entries(table.columns).map(([name, column]) => [name, without(column)]),
      ),
    })),
  }));
}

/** Where the person may complain: the authority of each controller's country (Art. 77). */
export function authoritiesOf(organisations: readonly Organisation[]) {
  const countries = organisations.length > 0 ? organisations.map(({ country }) => country) : ["NO"];
  return [...new Set(countries)].map(authorityOf);
}
