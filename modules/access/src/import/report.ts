import type { Answer } from "@terskel/platform/contract";
import type { previewImport } from "../api/import.ts";
import { tell } from "./findings.ts";
import type { Finding } from "./findings.ts";
import type { Texts } from "./messages/texts.ts";
import type { Plan } from "./plan.ts";
import type { Sheet } from "./sheet.ts";
import { clean, shown } from "./text.ts";

const sampleRows = 50;

/** What the reader is shown of a file and of what it would do. */
export function report(
  sheet: Sheet,
  plan: Plan,
  name: string,
  texts: Texts,
): Answer<typeof previewImport> {
  const errors = [...sheet.errors, ...plan.errors];
  const { headers, fields } = sheet.columns;
  return {
    plan: name,
    rows: sheet.rows.length,
    encoding: sheet.encoding,
    separator: sheet.separator,
    columns: headers.map((header, index) => ({
      header: shown(header),
      ...(fields[index] ? { field: fields[index] } : {}),
    })),
    ...plan.counts,
    errors: tell(errors, texts),
    errorCount: errors.length,
    notices: tell([...aboutColumns(sheet), ...sheet.notices, ...plan.notices], texts),
    sample: sheet.rows.slice(0, sampleRows).map(({ row, cells }) => {
      const status = plan.statuses.get(row) ?? "error";
      // Columns that are not used are not shown either: what is not needed stays in the file.
      const used = headers.flatMap((header, index): [string, string][] => {
        const text = clean(cells[index] ?? "");
        // A telephone number that was read as one may look like an identity number; it is none.
        const asItIs = fields[index] === "phone" && status !== "error";
        return fields[index] ? [[header, asItIs ? text : shown(text)]] : [];
      });
      return { row, cells: Object.fromEntries(used), status };
    }),
  };
}

/** Role and dates in a file without doors: said once, not for each row. */
function aboutColumns({ columns: { at, headers }, headingRow: row }: Sheet): Finding[] {
  if (at.door !== undefined) return [];
  return (["role", "from", "until"] as const).flatMap((field) =>
    at[field] === undefined
      ? []
      : [{ row, column: headers[at[field]] ?? "", code: "only-for-doors" as const, value: "" }],
  );
}
