import { Button } from "@mantine/core";
import { doorGroupDoors, doorGroups, takeDoorOutOfGroup } from "@terskel/access/api/door-groups";
import { myDoors } from "@terskel/access/api/passages";
import { IconDoor, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useList, useSend, type Item } from "#queries.ts";
import { DoorInGroupModal } from "./DoorInGroupModal.tsx";

type Props = { organisation: string; doorGroup: Item<typeof doorGroups> };

export function DoorsInGroup({ organisation, doorGroup }: Props) {
  const { doorGroups: texts, manage } = useTexts();
  const confirm = useConfirm();
  const tell = useTell();
  const [adding, setAdding] = useState(false);
  const params = { organisation, doorGroup: doorGroup.id };
  const query = useList(doorGroupDoors, { params });
  const remove = useSend(takeDoorOutOfGroup, { refresh: [doorGroupDoors, doorGroups, myDoors] });
  const askToTakeOut = (door: Item<typeof doorGroupDoors>) =>
    confirm({
      title: texts.takeOut(door.name),
      text: texts.takeOutText,
      confirm: texts.takeOutConfirm,
      onConfirm: () =>
        remove.mutate(
          { params: { ...params, door: door.id } },
          { onSuccess: () => tell.done(), onError: tell.failed },
        ),
    });
  return (
    <Panel
      title={texts.inIt}
      actions={
        <Button
          variant="light"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {texts.addDoor}
        </Button>
      }
    >
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconDoor} title={texts.noDoors}>
            {texts.noDoorsText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={texts.inIt}
            rows={items}
            rowKey={(door) => door.id}
            columns={[
              { key: "name", label: texts.name, cell: (door) => door.name },
              { key: "site", label: texts.site, cell: (door) => door.site.name },
            ]}
            actionsLabel={manage.actions}
            actions={(door) => (
              <Button
                variant="subtle"
                size="sm"
                aria-label={texts.takeOut(door.name)}
                onClick={() => askToTakeOut(door)}
              >
                {texts.takeOutConfirm}
              </Button>
            )}
          />
        )}
      </ListFrame>
      {adding && (
        <DoorInGroupModal
          organisation={organisation}
          doorGroup={doorGroup}
          onClose={() => setAdding(false)}
        />
      )}
    </Panel>
  );
}
