import { Button } from "@mantine/core";
import { groupMembers, groups, removeGroupMember } from "@terskel/access/api/grants";
import { IconPlus, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useList, useSend, type Item } from "#queries.ts";
import { MemberModal } from "./MemberModal.tsx";
import { PersonLink } from "../people/PersonLink.tsx";

type Props = { organisation: string; group: string };
type Member = Item<typeof groupMembers>;

/** Who belongs to a group: by name (and can be taken out), or by living in one of its units. */
export function Members({ organisation, group }: Props) {
  const { people, manage } = useTexts();
  const { groups: texts } = people;
  const confirm = useConfirm();
  const tell = useTell();
  const [adding, setAdding] = useState(false);
  const query = useList(groupMembers, { params: { organisation, group } });
  const remove = useSend(removeGroupMember, { refresh: [groupMembers, groups] });

  const askToTakeOut = ({ person }: Member) =>
    confirm({
      title: texts.takeOut(person.name),
      text: texts.takeOutText,
      confirm: texts.takeOutConfirm,
      onConfirm: () =>
        remove.mutate(
          { params: { organisation, group, person: person.id } },
          { onSuccess: () => tell.done(), onError: tell.failed },
        ),
    });

  return (
    <Panel
      title={texts.members}
      actions={
        <Button
          variant="light"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {texts.addMember}
        </Button>
      }
    >
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconUsers} title={texts.noMembers}>
            {texts.noMembersText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={texts.members}
            rows={items}
            rowKey={({ person, unit }) => `${person.id}/${unit?.id ?? ""}`}
            columns={[
              {
                key: "person",
                label: texts.person,
                cell: ({ person }) => <PersonLink organisation={organisation} person={person} />,
              },
              {
                key: "how",
                label: texts.how,
                cell: ({ unit }) => (unit ? texts.byUnit(unit.name) : texts.byName),
              },
            ]}
            actionsLabel={manage.actions}
            actions={(member) =>
              !member.unit && (
                <Button
                  variant="subtle"
                  size="sm"
                  aria-label={texts.takeOut(member.person.name)}
                  onClick={() => askToTakeOut(member)}
                >
                  {texts.takeOutConfirm}
                </Button>
              )
            }
          />
        )}
      </ListFrame>
      {adding && (
        <MemberModal organisation={organisation} group={group} onClose={() => setAdding(false)} />
      )}
    </Panel>
  );
}
