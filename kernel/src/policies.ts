import type { Activity, Processing, TableDeclaration } from "./declare.ts";
import { isExpired } from "./expiry.ts";
import { isOpenable, opening, usesOf } from "./opening/openable.ts";
import { organisationColumn } from "./retention/held.ts";
import { isRestricted } from "./retention/restricted.ts";
import { erasesOf, isAbout, leadsToAny, quote, subjectsOf } from "./subject-path.ts";

/** A row-level security policy that follows from the declarations. */
export type DerivedPolicy = {
  readonly table: string;
  readonly name: string;
  /** What follows `create policy NAME on TABLE`. */
  readonly rule: string;
};

/** What looks for rows and uses none of them. */
const engines = ["kernel.retention", "kernel.verify-erasure"];

const list = (activities: readonly string[]) =>
  `array[${activities.map((id) => `'${id}'`).join(", ")}]`;
/** Asked once a query, whole: what stands outside is set up for each partition of a table, and asked for each row. */
const doing = (...activities: string[]) => `(select kernel.activity() = any (${list(activities)}))`;
/** What sees a row that is past its time. */
export const seesExpired = doing("kernel.retention", "kernel.erase", "kernel.verify-erasure");

/**
 * The policies of every table: what is past its time, restricted, objected to or locked is in no
 * query's result, without anyone having to remember it; retention and the answering of rights see
 * what they need, and no more.
 */
export function derivePolicies(processings: readonly Processing[]): DerivedPolicy[] {
  const tables = processings.flatMap((p) => p.tables);
  const lasting = processings
    .flatMap((p) => p.activities)
    .filter(({ afterAgreement }) => afterAgreement)
    .map(({ id }) => id);
  // What only leads on to a person stays visible: the table it leads from is hidden by it.
  // And so does the list of those who are restricted, which the policies themselves read.
  const open = new Set([
    "kernel.withholdings",
    ...tables
      .flatMap(subjectsOf)
      .flatMap(({ onward, references }) =>
        onward && references ? [references.split(".").slice(0, 2).join(".")] : [],
      ),
  ]);
  return tables.flatMap((table) => {
    const of = (name: string, rule: string | undefined) =>
      rule === undefined ? [] : [{ table: table.table, name: `kernel_${name}`, rule }];
    return [
      ...of("engine", engineRule(table)),
      ...of("rights", rightsRule(table)),
      ...of("opened", openedRule(table)),
      ...of("expiry", expiryRule(table)),
      ...of("restriction", open.has(table.table) ? undefined : restrictionRule(table)),
      ...of("lock", lockRule(table)),
      ...of("agreement", open.has(table.table) ? undefined : agreementRule(table, lasting)),
    ];
  });
}

function engineRule(table: TableDeclaration): string {
  // An update has to see what it made: a row that leads to the person no more.
  const changes = erasesOf(table).some(({ kind }) => kind === "anonymise");
  return `using (${doing(...engines, ...(changes ? ["kernel.erase"] : []))})`;
}

/**
 * Of what is about no person, whoever answers a request reads what puts names to ids. An organisation's rows
 * about a person are read also by whoever opens that person's data for a purpose that one of the columns is
 * declared for, while they may (kernel.opens).
 */
function rightsRule(table: TableDeclaration): string {
  const answering = ["kernel.answer-rights", "kernel.erase"];
  const rights = doing(...answering);
  const own = subjectsOf(table).map((subject) => isAbout(table, subject));
  const organisation = organisationColumn(table);
  if (own.length === 0) {
    const named = organisation
      ? ` or (select ${isOpening} and kernel.may_open()) and ${quote(organisation)} = (select kernel.asked())`
      : "";
    return `for select using (${rights}${named})`;
  }
  const about = `(${own.join(" or ")})`;
  if (!isOpenable(table)) return `using (${rights} and ${about})`;
  const uses = list(usesOf(table));
  return `using ((select kernel.activity() = any (${list(answering)})
      or ${isOpening} and kernel.opens(${uses})) and ${about})
    with check (${rights} and ${about})`;
}

/** Whoever opens a person's data only reads: what they see is not theirs to take away. */
const openedRule = (table: TableDeclaration): string | undefined =>
  isOpenable(table)
    ? `as restrictive for delete to terskel_app using ((select (${isOpening}) is not true))`
    : undefined;

const isOpening = `kernel.activity() = any (${list(opening)})`;

/**
 * What restricts, restricts the program's role: a backup that the tables' owner makes is whole. For
 * select only: what an update or a delete looks for has to be visible too. What a restriction keeps past its
 * time is stored still, and a copy has it (Art. 15(1)).
 */
function expiryRule(table: TableDeclaration): string | undefined {
  const expired = isExpired(table);
  if (!expired) return undefined;
  const restricted = isRestricted(table);
  const own = restricted ? ` or (${doing("kernel.answer-rights")} and ${restricted})` : "";
  return `as restrictive for select to terskel_app using (${seesExpired} or (${expired}) is not true${own})`;
}

function restrictionRule(table: TableDeclaration): string | undefined {
  const withheld = leadsToAny(table, "withheld");
  if (!withheld) return undefined;
  const keys = subjectsOf(table).flatMap(({ key }) => key ?? []);
  // An objection outlives the address that it was made for (A18).
  const suppressed = keys.map((key) => `${quote(key)} = any (array(select kernel.suppressed()))`);
  const unseen = [withheld, ...suppressed].join(" or ");
  return `as restrictive for select to terskel_app using ((${unseen}) is not true)`;
}

function lockRule(table: TableDeclaration): string | undefined {
  const locks = erasesOf(table).filter((erase) => erase.kind === "lock");
  if (locks.length === 0) return undefined;
  const lawful = doing(...locks.map((lock) => lock.for));
  // When the law's time is up, its activity sees the row no more either.
  return `as restrictive for select to terskel_app using (${doing("kernel.retention")} or not exists (select from kernel.locked_rows l
    where l.table_name = '${table.table}' and l.row_id = ${quote(table.table)}.id
      and (l.until <= now() or not ${lawful})))`;
}

/**
 * What an organisation stored about people is in nobody's result once its agreement has ended (A13, D12),
 * save for what is still owed to them, and for the law that keeps it. Null: a row of no organisation.
 */
function agreementRule(table: TableDeclaration, lasting: readonly string[]): string | undefined {
  if (subjectsOf(table).length === 0 || organisationColumn(table) === undefined) return undefined;
  const locks = erasesOf(table).flatMap((erase) => (erase.kind === "lock" ? [erase.for] : []));
  const open = doing(...engines, "kernel.erase", ...lasting, ...locks);
  return `as restrictive for select to terskel_app using (${open}
    or (organisation_id = any (array(select kernel.ended_organisations()))) is not true)`;
}

/** The activities that go on for a restricted person. */
export const activeWhileRestricted = (activities: readonly Activity[]) =>
  activities.filter(({ whileRestricted }) => whileRestricted).map(({ id }) => id);

/**
 * The names under which the transaction's activity, and what it opens data for, can have been objected to, as
 * an SQL expression: its own, and for direct marketing and profiling that of all such activities (Art. 21(2), A18).
 */
export function objectionNames(processings: readonly Processing[]): string {
  const cases = processings
    .flatMap((p) => p.activities)
    .flatMap(({ id, objection }) =>
      objection ? [`when '${id}' then array['${id}', '${objection}']`] : [],
    );
  const own = "array[kernel.activity(), kernel.purpose()]";
  if (cases.length === 0) return own;
  const of = (activity: string) =>
    `case ${activity} ${cases.join(" ")} else array[${activity}] end`;
  return `${of("kernel.activity()")} || ${of("kernel.purpose()")}`;
}
