import type { CatalogueTable } from "@terskel/platform/db";

const types: Record<string, string> = {
  uuid: "string",
  text: "string",
  "text[]": "string[]",
  "integer[]": "number[]",
  date: "string",
  inet: "string",
  boolean: "boolean",
  integer: "number",
  bigint: "number",
  bytea: "Buffer",
  jsonb: "unknown",
  "timestamp with time zone": "Time",
};

const pascal = (name: string) =>
  name.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The row types of a module's tables, as its `src/tables.ts` has them. */
export function tablesFile(tables: readonly CatalogueTable[]): string {
  const body = tables.map((table) => {
    const columns = table.columns.map(({ name, type, nullable, hasDefault }) => {
      const known = types[type];
      if (!known) throw new Error(`${table.table}.${name}: no TypeScript type for ${type}.`);
      // `unknown` holds null already.
      const full = nullable && known !== "unknown" ? `${known} | null` : known;
      // Kysely's Generated does not look into a ColumnType, which Time is.
      if (hasDefault && full === "Time") return `  ${name}: GeneratedTime;`;
      return `  ${name}: ${hasDefault ? `Generated<${full}>` : full};`;
    });
    return `export type ${pascal(table.table)} = {\n${columns.join("\n")}\n};\n`;
  });
  const map = tables.map((t) => `  "${t.schema}.${t.table}": ${pascal(t.table)};`).join("\n");
  const schema = pascal(tables[0]?.schema ?? "");
  const generated = body.some((text) => text.includes("Generated<"));
  const time = body.some((text) => /\bTime\b/.test(text));
  const generatedTime = body.some((text) => text.includes("GeneratedTime"));
  const imports = [
    ...(time || generatedTime ? ["ColumnType"] : []),
    ...(generated ? ["Generated"] : []),
  ];
  return [
    "// Generated from the database by `npm run generate`. Do not edit.",
    `import type { ${imports.join(", ")} } from "kysely";\n`,
    ...(time ? ["type Time = ColumnType<Date, Date | string, Date | string>;\n"] : []),
    ...(generatedTime
      ? ["type GeneratedTime = ColumnType<Date, Date | string | undefined, Date | string>;\n"]
      : []),
    ...body,
    `export type ${schema}Tables = {\n${map}\n};\n`,
  ].join("\n");
}
