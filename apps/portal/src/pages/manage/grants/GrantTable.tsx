import { Menu } from "@mantine/core";
import { grants, groups, removeGrant } from "@terskel/access/api/grants";
import { myDoors } from "@terskel/access/api/passages";
import { IconArrowBackUp, IconPencil, IconUser, IconUsersGroup } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { DataTable, type Column } from "#parts/DataTable.tsx";
import { GrantRoleTag } from "#parts/GrantRoleTag.tsx";
import { RowMenu } from "#parts/RowMenu.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { Validity } from "#parts/Validity.tsx";
import { useSend, type Item } from "#queries.ts";
import { ChangeGrantModal } from "./ChangeGrantModal.tsx";

export type Grant = Item<typeof grants>;
type Props = {
  organisation: string;
  label: string;
  grants: readonly Grant[];
  /** Left out where every row has the same holder. */
  withHolder: boolean;
};

export function GrantTable({ organisation, label, grants: rows, withHolder }: Props) {
  const { giving, manage } = useTexts();
  const confirm = useConfirm();
  const tell = useTell();
  const [changing, setChanging] = useState<Grant>();
  const remove = useSend(removeGrant, { refresh: [grants, groups, myDoors] });
  const askToTakeBack = (grant: Grant) =>
    confirm({
      title: giving.takeBackTitle(holderName(grant), grant.door.name),
      text: giving.takeBackText,
      confirm: giving.takeBack,
      onConfirm: () =>
        remove.mutate(
          { params: { organisation, grant: grant.id } },
          { onSuccess: () => tell.done(giving.takenBack), onError: tell.failed },
        ),
    });
  const holder: Column<Grant> = {
    key: "holder",
    label: giving.holder,
    cell: (grant) => (
      <span>
        {grant.group ? (
          <IconUsersGroup size={17} aria-label={giving.aGroup} style={{ verticalAlign: "-3px" }} />
        ) : (
          <IconUser size={17} aria-label={giving.aPerson} style={{ verticalAlign: "-3px" }} />
        )}{" "}
        {holderName(grant)}
      </span>
    ),
  };
  const door: Column<Grant> = { key: "door", label: giving.door, cell: (grant) => grant.door.name };
  return (
    <>
      <DataTable
        label={label}
        rows={rows}
        rowKey={(grant) => grant.id}
        columns={[
          ...(withHolder ? [holder, door] : [door]),
          { key: "role", label: giving.role, cell: (grant) => <GrantRoleTag role={grant.role} /> },
          {
            key: "validity",
            label: giving.validity,
            cell: (grant) => (
              <span>
                <Validity {...grant} timeZone={grant.door.timeZone} />
              </span>
            ),
          },
        ]}
        actionsLabel={manage.actions}
        actions={(grant) =>
          grant.mayChange && (
            <RowMenu label={manage.actionsFor(`${holderName(grant)}, ${grant.door.name}`)}>
              <Menu.Item
                leftSection={<IconPencil size={18} aria-hidden />}
                onClick={() => setChanging(grant)}
              >
                {manage.edit}
              </Menu.Item>
              {grant.mayRemove && (
                <Menu.Item
                  color="var(--bad-ink)"
                  leftSection={<IconArrowBackUp size={18} aria-hidden />}
                  onClick={() => askToTakeBack(grant)}
                >
                  {giving.takeBack}
                </Menu.Item>
              )}
            </RowMenu>
          )
        }
      />
      {changing && (
        <ChangeGrantModal
          organisation={organisation}
          grant={changing}
          onClose={() => setChanging(undefined)}
        />
      )}
    </>
  );
}

function holderName(grant: Grant): string {
  return grant.person?.name ?? grant.group?.name ?? "";
}
