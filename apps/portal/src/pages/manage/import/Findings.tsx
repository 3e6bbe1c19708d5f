import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { Panel } from "#parts/Panel.tsx";
import type { Plan } from "./use-import.ts";

/** What is wrong, by row and column of the spreadsheet. */
export function Findings({ plan }: { plan: Plan }) {
  const { importing } = useTexts();
  const formats = useFormats();
  const title = importing.errors(formats.number(plan.errorCount));
  const lead =
    plan.errorCount > plan.errors.length
      ? importing.errorsShown(formats.number(plan.errors.length), formats.number(plan.errorCount))
      : importing.errorsText;
  return (
    <Panel title={title} lead={lead}>
      <DataTable
        label={title}
        rows={plan.errors}
        rowKey={({ row, column, code }) => `${row}/${column}/${code}`}
        columns={[
          {
            key: "row",
            label: importing.row,
            cell: ({ row }) => `${importing.row} ${formats.number(row)}`,
          },
          { key: "column", label: importing.column, cell: ({ column }) => column },
          { key: "value", label: importing.value, cell: ({ value }) => value },
          { key: "problem", label: importing.problem, cell: ({ message }) => message },
        ]}
      />
    </Panel>
  );
}
