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
  return <Cells title={title} lead={lead} rows={plan.errors} said={importing.problem} />;
}

/** What the reader may want to know of some rows, and what does not stand in the way. */
export function Notices({ plan }: { plan: Plan }) {
  const { importing } = useTexts();
  const { notices, noticesText } = importing;
  if (plan.notices.length === 0) return null;
  return <Cells title={notices} lead={noticesText} rows={plan.notices} said={notices} />;
}

type Rows = Plan["errors"];

function Cells(props: { title: string; lead: string; rows: Rows; said: string }) {
  const { importing } = useTexts();
  const formats = useFormats();
  return (
    <Panel title={props.title} lead={props.lead}>
      <DataTable
        label={props.title}
        rows={props.rows}
        rowKey={({ row, column, code, value }) => [row, column, code, value].join("/")}
        columns={[
          {
            key: "row",
            label: importing.row,
            cell: ({ row }) => `${importing.row} ${formats.number(row)}`,
          },
          { key: "column", label: importing.column, cell: ({ column }) => column },
          { key: "value", label: importing.value, cell: ({ value }) => value },
          { key: "problem", label: props.said, cell: ({ message }) => message },
        ]}
      />
    </Panel>
  );
}
