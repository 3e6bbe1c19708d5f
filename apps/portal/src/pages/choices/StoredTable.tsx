import type { choices } from "@terskel/kernel/api/consents";
import type { Received } from "@terskel/platform/contract";
import { useSpeech, useTexts } from "#language/context.ts";
import { DataTable } from "#parts/DataTable.tsx";

type Stored = Received<typeof choices>["stored"][number];

const day = 24 * 60 * 60;

export function StoredTable({ stored }: { stored: readonly Stored[] }) {
  const { language, texts } = useSpeech();
  const { choices } = texts;
  return (
    <DataTable
      label={choices.stored}
      rows={together(stored)}
      rowKey={({ name }) => name}
      columns={[
        { key: "purpose", label: choices.purpose, cell: ({ purpose }) => purpose[language] },
        {
          key: "category",
          label: choices.category,
          cell: (each) => choices.categories[each.category],
        },
        { key: "where", label: choices.where, cell: ({ where }) => choices.places[where] },
        { key: "lasts", label: choices.lasts, cell: (each) => <Lasts {...each} /> },
        {
          key: "name",
          label: choices.name,
          cell: ({ names }) => <code translate="no">{names.join(" ")}</code>,
        },
      ]}
    />
  );
}

/** What serves the same in the same way stands in one row. */
function together(stored: readonly Stored[]) {
  const rows = new Map<string, Stored & { names: string[] }>();
  for (const { name, ...rest } of stored) {
    const key = JSON.stringify(rest);
    const row = rows.get(key) ?? { ...rest, name, names: [] };
    row.names.push(name);
    rows.set(key, row);
  }
  return [...rows.values()];
}

function Lasts({ lasts, consent }: Stored) {
  const { choices } = useTexts();
  if (consent) return choices.lastsYes;
  if (lasts === "visit") return choices.lastsVisit;
  if (lasts === "removed") return choices.lastsRemoved;
  return lasts < day
    ? choices.minutes(Math.round(lasts / 60))
    : choices.days(Math.round(lasts / day));
}
