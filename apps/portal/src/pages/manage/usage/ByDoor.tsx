import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import type { DoorRow } from "./summary.ts";

/** Openings door by door. `weeks`: how many were counted. */
export function ByDoor({ rows, weeks }: { rows: readonly DoorRow[]; weeks: number }) {
  const { usage: texts } = useTexts();
  const formats = useFormats();
  return (
    <DataTable
      label={texts.byDoor}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: "door", label: texts.door, cell: ({ door }) => door ?? texts.others },
        { key: "site", label: texts.site, cell: ({ site }) => site },
        {
          key: "openings",
          label: texts.openings,
          short: true,
          cell: ({ openings }) => formats.number(openings),
        },
        {
          key: "weeks",
          label: texts.weeks,
          short: true,
          cell: (row) => texts.weeksOf(formats.number(row.weeks), formats.number(weeks)),
        },
      ]}
    />
  );
}
