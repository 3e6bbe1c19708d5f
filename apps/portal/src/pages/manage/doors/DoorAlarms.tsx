import { doorAlarms } from "@terskel/access/api/alarms";
import { IconBellOff } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { LateTag } from "#parts/LateTag.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Panel } from "#parts/Panel.tsx";
import { StateTag } from "#parts/StateTag.tsx";
import { When } from "#parts/When.tsx";
import { useList } from "#queries.ts";
import type { Door } from "./DoorList.tsx";

/** The door's alarms, newest first. */
export function DoorAlarms({ organisation, door }: { organisation: string; door: Door }) {
  const { alarms: texts } = useTexts();
  const { timeZone } = door.site;
  const formats = useFormats(timeZone);
  const query = useList(doorAlarms, { params: { organisation }, query: { door: door.id } });
  return (
    <Panel title={texts.title} lead={texts.lead}>
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconBellOff} title={texts.none}>
            {texts.noneText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={texts.title}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              { key: "kind", label: texts.kind, cell: ({ kind }) => <StateTag state={kind} /> },
              {
                key: "began",
                label: texts.began,
                cell: ({ began, receivedAt }) => (
                  <>
                    <When at={began} timeZone={timeZone} precise />{" "}
                    <LateTag at={began} receivedAt={receivedAt} timeZone={timeZone} />
                  </>
                ),
              },
              {
                key: "ended",
                label: texts.ended,
                cell: ({ kind, ended }) =>
                  kind === "duress" || kind === "pin-guessed" ? (
                    ""
                  ) : ended ? (
                    <When at={ended} timeZone={timeZone} precise />
                  ) : (
                    texts.notEnded
                  ),
              },
              {
                key: "seenTo",
                label: texts.seenTo,
                cell: ({ acknowledged, by, late }) => {
                  if (!acknowledged) return late ? texts.nobodyCalled : texts.notSeenTo;
                  const when = formats.dateTime(acknowledged);
                  return by ? texts.seenToBy(by.name, when) : when;
                },
              },
            ]}
          />
        )}
      </ListFrame>
    </Panel>
  );
}
