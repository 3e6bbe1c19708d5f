import { choiceRecord } from "@terskel/kernel/api/consents";
import { IconNotes } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { When } from "#parts/When.tsx";
import { useList } from "#queries.ts";

/** What the ledger holds of this device. */
export function Record() {
  const { choices } = useTexts();
  const query = useList(choiceRecord, {});
  return (
    <ListFrame query={query} empty={<EmptyNote icon={IconNotes}>{choices.recordNone}</EmptyNote>}>
      {(items) => (
        <DataTable
          label={choices.record}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            { key: "at", label: choices.at, cell: ({ at }) => <When at={at} /> },
            {
              key: "given",
              label: choices.answer,
              cell: (each) => (each.given ? choices.yes : choices.no),
            },
            {
              key: "wording",
              label: choices.wording,
              cell: ({ wording, language }) => <span lang={language}>{wording}</span>,
            },
            { key: "how", label: choices.how, cell: ({ how }) => choices.hows[how] },
          ]}
        />
      )}
    </ListFrame>
  );
}
