import { noticeTellings } from "@terskel/kernel/api/notice-versions";
import { IconMailCheck } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Panel } from "#parts/Panel.tsx";
import { Tag } from "#parts/Tag.tsx";
import { useList } from "#queries.ts";

/** Who was told of the notice or of a change of it, when and how. */
export function NoticeTellings({ organisation }: { organisation: string }) {
  const { notice } = useTexts();
  const formats = useFormats();
  const query = useList(noticeTellings, { params: { organisation } });
  return (
    <Panel title={notice.tellings}>
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconMailCheck} title={notice.noTellings}>
            {notice.noTellingsText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={notice.tellings}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              { key: "person", label: notice.person, cell: ({ name }) => name ?? notice.account },
              {
                key: "how",
                label: notice.how,
                cell: ({ how, state }) => (
                  <span>
                    {notice.ways[how]}{" "}
                    {(state === "failed" || state === "bounced") && (
                      <Tag tone="bad">{notice.failed}</Tag>
                    )}
                  </span>
                ),
              },
              { key: "when", label: notice.when, cell: ({ at }) => formats.dateTime(at) },
              { key: "what", label: notice.title, cell: ({ number }) => notice.version(number) },
            ]}
          />
        )}
      </ListFrame>
    </Panel>
  );
}
