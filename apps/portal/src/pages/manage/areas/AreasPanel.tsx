import { areas, removeArea } from "@terskel/access/api/areas";
import { doors, oneDoor } from "@terskel/access/api/places";
import { IconDoorEnter } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useList, useSend, type Item } from "#queries.ts";
import { AddButton } from "./AddButton.tsx";
import { AreaModal } from "./AreaModal.tsx";
import { ResetModal } from "./ResetModal.tsx";
import { RowButtons } from "./RowButtons.tsx";
import { sayDoors } from "./say-doors.ts";

export type Area = Item<typeof areas>;

export function AreasPanel({ organisation }: { organisation: string }) {
  const { areas: texts, manage } = useTexts();
  const confirm = useConfirm();
  const tell = useTell();
  const query = useList(areas, { params: { organisation } });
  const remove = useSend(removeArea, { refresh: [areas, doors, oneDoor] });
  const [editing, setEditing] = useState<Area | "new">();
  const [resetting, setResetting] = useState<Area>();
  const askToRemove = (area: Area) =>
    confirm({
      title: texts.removeTitle(area.name),
      text: texts.removeText,
      confirm: texts.remove,
      onConfirm: () =>
        remove.mutate(
          { params: { organisation, area: area.id } },
          { onSuccess: () => tell.done(texts.removed), onError: tell.failed },
        ),
    });
  return (
    <Panel
      title={texts.areas}
      actions={<AddButton text={texts.addArea} onClick={() => setEditing("new")} />}
    >
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconDoorEnter} title={texts.empty}>
            {texts.emptyText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={texts.areas}
            rows={items}
            rowKey={(area) => area.id}
            columns={[
              { key: "name", label: texts.name, cell: (area) => area.name },
              { key: "doors", label: texts.doors, cell: (area) => sayDoors(texts, area.doors) },
              {
                key: "passback",
                label: texts.again,
                cell: (area) => texts.passbackNames[area.passback],
              },
              {
                key: "forgive",
                label: texts.forgive,
                cell: (area) => texts.hours(area.forgiveHours),
              },
            ]}
            actionsLabel={manage.actions}
            actions={(area) => (
              <RowButtons
                name={area.name}
                buttons={[
                  [texts.reset, () => setResetting(area)],
                  [manage.edit, () => setEditing(area)],
                  [texts.remove, () => askToRemove(area)],
                ]}
              />
            )}
          />
        )}
      </ListFrame>
      {editing && (
        <AreaModal
          organisation={organisation}
          area={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {resetting && (
        <ResetModal
          organisation={organisation}
          area={resetting}
          onClose={() => setResetting(undefined)}
        />
      )}
    </Panel>
  );
}
