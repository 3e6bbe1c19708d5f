import type { ActivityFacts, RowFacts, Value } from "./access-file.ts";
import type { Section } from "./data-file.ts";
import { escape } from "./escape.ts";
import { wordsOf } from "./facts.ts";
import { showTime, showValue } from "./page-value.ts";
import type { Formats } from "./page-value.ts";

/** What the sections share. */
export type PageContext = {
  readonly formats: Formats;
  readonly activities: readonly ActivityFacts[];
  /** A thing's name by its number, an activity's purpose by its id; undefined for what has none. */
  readonly nameOf: (column: string, id: string) => string | undefined;
  /** With one organisation it stands at the top, and not in every row. */
  readonly oneOrganisation: boolean;
};

type Cell = { readonly heading: string; readonly html: string; readonly wide: boolean };

/** More of them do not stand side by side on a sheet of A4. */
const mostColumns = 8;

export const anchorOf = (table: string) => table.replace(".", "-");

/** One kind of data: what it is for, how long it is kept, and the rows. */
export function showSection(section: Section, context: PageContext): string {
  const { formats } = context;
  const { texts, number } = formats;
  const { facts, rows, count } = section;
  const purposes = context.activities
    .filter(({ id }) => facts.activities.includes(id))
    .map(({ purpose }) => purpose);
  const [first] = rows;
  const columns = columnsOf(section, context);
  const body =
    columns.length === 0
      ? `<p class="quiet">${escape(texts.onlyNumbers)}</p>`
      : first && rows.length === 1
        ? showFacts(section, first, columns, context)
        : columns.length > mostColumns
          ? rows.map((row) => showFacts(section, row, columns, context)).join("\n")
          : showTable(section, columns, context);
  const more =
    count > rows.length
      ? `<p class="note">${texts.more(number.format(rows.length), number.format(count))}</p>`
      : "";
  return `<section id="${anchorOf(facts.table)}">
<h2>${escape(facts.title)} <span class="count">${number.format(count)}</span></h2>
<details class="about"><summary>${escape(facts.keep)}</summary>
<p>${escape(texts.usedFor)}:</p><ul>${[...new Set(purposes)].map((each) => `<li>${escape(each)}</li>`).join("")}</ul></details>
${more}${body}
</section>`;
}

/** The columns worth reading: technical numbers and what is empty everywhere stand in data.json. */
function columnsOf({ declaration, rows }: Section, context: PageContext): string[] {
  return Object.entries(declaration.columns)
    .filter(([column, [label]]) => {
      if (label === "technical") return false;
      if (column === "organisation_id" && context.oneOrganisation) return false;
      const values = rows
        .map((row) => row.values[column] ?? null)
        .filter((value) => value !== null);
      if (values.length === 0) return false;
      return isNumber(label, column, context, values) ? values.some(isOther) : true;
    })
    .map(([column]) => column);
}

const isOther = (value: Value) =>
  typeof value === "object" && value !== null && "otherPerson" in value;

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** A number that says nothing to a reader. */
function isNumber(
  label: string,
  column: string,
  { nameOf }: PageContext,
  values: readonly Value[],
): boolean {
  if (label === "pseudonym") return true;
  return values.every(
    (value) => typeof value === "string" && uuid.test(value) && nameOf(column, value) === undefined,
  );
}

function cellsOf(
  { declaration }: Section,
  row: RowFacts,
  columns: readonly string[],
  { formats, nameOf }: PageContext,
): Cell[] {
  const cells = columns.map((column) => {
    const words = wordsOf(declaration, column);
    const value = row.values[column] ?? null;
    const name = typeof value === "string" ? nameOf(column, value) : undefined;
    const [label] = declaration.columns[column] ?? ["technical"];
    return {
      heading: words[formats.language],
      html: name === undefined ? showValue(value, words, formats) : escape(name),
      wide: label === "note" || label === "device",
    };
  });
  // What says itself when it goes need not say it twice.
  const said = new Set(columns.map((column) => row.values[column]));
  if (row.goesAt === undefined || (said.has(row.goesAt) && !row.restricted)) return cells;
  const { goes, notBeforeLifted } = formats.texts;
  const lifted = row.restricted ? `; ${escape(notBeforeLifted)}` : "";
  return [
    ...cells,
    { heading: goes, html: `${showTime(row.goesAt, formats)}${lifted}`, wide: false },
  ];
}

const showFacts = (
  section: Section,
  row: RowFacts,
  columns: readonly string[],
  context: PageContext,
) => `<dl class="facts">${cellsOf(section, row, columns, context).map(showFact).join("")}</dl>`;

const showFact = ({ heading, html }: Cell) =>
  html === "" ? "" : `<div><dt>${escape(heading)}</dt><dd>${html}</dd></div>`;

function showTable(section: Section, columns: readonly string[], context: PageContext): string {
  const rows = section.rows.map((row) => cellsOf(section, row, columns, context));
  const widest = rows.reduce((a, b) => (b.length > a.length ? b : a), rows[0] ?? []);
  const head = widest.map(({ heading }) => `<th scope="col">${escape(heading)}</th>`).join("");
  const body = rows
    .map(
      (cells) =>
        `<tr>${widest
          .map(({ heading, wide }, at) => {
            const html = cells[at]?.html ?? "";
            const classes = [...(html === "" ? ["empty"] : []), ...(wide ? ["wide"] : [])].join(
              " ",
            );
            return `<td data-label="${escape(heading)}"${classes ? ` class="${classes}"` : ""}>${html}</td>`;
          })
          .join("")}</tr>`,
    )
    .join("\n");
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}
