import { airlocks, removeAirlock } from "@terskel/access/api/areas";
import { doors, oneDoor } from "@terskel/access/api/places";
import { IconLock } from "@tabler/icons-react";
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
import { AirlockModal } from "./AirlockModal.tsx";
import { RowButtons } from "./RowButtons.tsx";
import { sayDoors } from "./say-doors.ts";

export type Airlock = Item<typeof airlocks>;

export function AirlocksPanel({ organisation }: { organisation: string }) {
  const { areas: texts, manage } = useTexts();
  const confirm = useConfirm();
  const tell = useTell();
  const query = useList(airlocks, { params: { organisation } });
  const remove = useSend(removeAirlock, { refresh: [airlocks, doors, oneDoor] });
  const [editing, setEditing] = useState<Airlock | "new">();
  const askToRemove = (airlock: Airlock) =>
    confirm({
      title: texts.removeTitle(airlock.name),
      text: texts.removeText,
      confirm: texts.remove,
      onConfirm: () =>
        remove.mutate(
          { params: { organisation, airlock: airlock.id } },
          { onSuccess: () => tell.done(texts.removed), onError: tell.failed },
        ),
    });
  return (
    <Panel
      title={texts.airlocks}
      actions={<AddButton text={texts.addAirlock} onClick={() => setEditing("new")} />}
    >
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconLock} title={texts.noAirlocks}>
            {texts.noAirlocksText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={texts.airlocks}
            rows={items}
            rowKey={(airlock) => airlock.id}
            columns={[
              { key: "name", label: texts.name, cell: (airlock) => airlock.name },
              {
                key: "doors",
                label: texts.doors,
                cell: (airlock) => sayDoors(texts, airlock.doors),
              },
            ]}
            actionsLabel={manage.actions}
            actions={(airlock) => (
              <RowButtons
                name={airlock.name}
                buttons={[
                  [manage.edit, () => setEditing(airlock)],
                  [texts.remove, () => askToRemove(airlock)],
                ]}
              />
            )}
          />
        )}
      </ListFrame>
      {editing && (
        <AirlockModal
          organisation={organisation}
          airlock={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Panel>
  );
}
