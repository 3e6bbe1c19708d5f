import type { Transaction } from "kysely";
import type { TableDeclaration } from "../declare.ts";
import type { RightsPorts, Scope } from "../scope.ts";
import { subjectsOf } from "../subject-path.ts";
import { tableFacts } from "./facts.ts";
import type { RowFacts, TableFacts } from "./access-file.ts";
import { personRows } from "./person-rows.ts";
import { pictureName } from "./pictures.ts";
import type { PictureAt } from "./pictures.ts";
import { rowShower } from "./show-row.ts";
import type { Marks } from "./show-row.ts";
import { namedThings } from "./thing-names.ts";

/** So many rows of a kind stand on the page; the rest is for machines. */
const pageRows = 1_000;

/** What was found of the person in one table, as far as it stands on the page. */
export type Section = {
  readonly declaration: TableDeclaration;
  readonly facts: TableFacts;
  readonly rows: RowFacts[];
  count: number;
};

/** What was gathered while the rows went by. */
export type Gathered = {
  readonly sections: Section[];
  readonly pictures: PictureAt[];
  /** The numbers of things with names, by table. */
  readonly things: Map<string, Set<string>>;
};

/** The rows of every table, as JSON, and what the page needs of them into `gathered`. */
export async function* tablesJson(
  tx: Transaction<unknown>,
  ports: RightsPorts,
  scope: Scope,
  language: "nb" | "sv" | "en",
  marks: Marks,
  gathered: Gathered,
): AsyncGenerator<string> {
  const tables = ports.processings.flatMap((p) => p.tables);
  const catalogue = await ports.catalogue();
  const named = namedThings(tables, catalogue);
  let first = true;
  for (const declaration of tables.filter((table) => subjectsOf(table).length > 0)) {
    const live = catalogue.find(({ schema, table }) => `${schema}.${table}` === declaration.table);
    if (!live) throw new Error(`${declaration.table} is declared, and not in the database.`);
    const section: Section = {
      declaration,
      facts: tableFacts(declaration, language),
      rows: [],
      count: 0,
    };
    const things = Object.keys(declaration.columns).flatMap((column) => {
      const table = named.get(column);
      return table ? [{ column, ids: gathered.things.get(table) ?? newSet(gathered, table) }] : [];
    });
    const addPicture = (column: string, image: Buffer) => {
      const file = pictureName(declaration.table, gathered.pictures.length + 1, image);
      gathered.pictures.push({ scope, file, declaration, column, place: section.count });
      return file;
    };
    const show = rowShower(declaration, marks, addPicture);
    let text = "";
    for await (const row of personRows(tx, declaration, live, scope)) {
      const shown = show(row);
      for (const { column, ids } of things) {
        const id = row.values[column];
        if (typeof id === "string") ids.add(id);
      }
      if (section.count < pageRows) section.rows.push(shown);
      text += section.count === 0 ? `${first ? "" : ","}${open(section.facts)}` : ",";
      text += `\n${JSON.stringify(shown)}`;
      section.count += 1;
      // In pieces: a string for each row would cost more than the row.
      if (text.length > 65_536) {
        yield text;
        text = "";
      }
    }
    if (section.count === 0) continue;
    first = false;
    gathered.sections.push(section);
    yield `${text}\n]}`;
  }
}

const open = (facts: TableFacts) => `\n${JSON.stringify(facts).slice(0, -1)},"rows":[`;

function newSet(gathered: Gathered, table: string): Set<string> {
  const ids = new Set<string>();
  gathered.things.set(table, ids);
  return ids;
}
