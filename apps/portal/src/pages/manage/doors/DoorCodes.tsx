import { Button } from "@mantine/core";
import { doorCodes, stopDoorCode } from "@terskel/access/api/door-codes";
import { IconPassword } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useList, useSend, type Item } from "#queries.ts";
import type { Door } from "./DoorList.tsx";

/** Who has given somebody a code for the door; it is stopped here, not at the other doors that it opens. */
export function DoorCodes({ organisation, door }: { organisation: string; door: Door }) {
  const { atDoor: texts, codes } = useTexts().keypads;
  const formats = useFormats(door.site.timeZone);
  const confirm = useConfirm();
  const tell = useTell();
  const params = { organisation, door: door.id };
  const query = useList(doorCodes, { params });
  const send = useSend(stopDoorCode, { refresh: [doorCodes] });
  const ask = ({ id, by }: Item<typeof doorCodes>) =>
    confirm({
      title: texts.stopTitle(by.name),
      text: texts.stopText,
      confirm: texts.stop,
      onConfirm: () => send.mutate({ params: { ...params, code: id } }, { onError: tell.failed }),
    });
  return (
    <Panel title={texts.title}>
      <ListFrame query={query} empty={<EmptyNote icon={IconPassword}>{texts.none}</EmptyNote>}>
        {(items) => (
          <DataTable
            label={texts.title}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              { key: "by", label: texts.by, cell: ({ by }) => by.name },
              {
                key: "period",
                label: codes.opens,
                cell: ({ once, from, until }) =>
                  `${once ? codes.once : codes.many}, ${codes.period(
                    formats.dateTime(from),
                    formats.dateTime(until),
                  )}`,
              },
            ]}
            actionsLabel={texts.stop}
            actions={(code) => (
              <Button
                variant="default"
                size="compact-md"
                aria-label={texts.stopOf(code.by.name)}
                onClick={() => ask(code)}
              >
                {texts.stop}
              </Button>
            )}
          />
        )}
      </ListFrame>
    </Panel>
  );
}
