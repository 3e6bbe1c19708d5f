import { Menu } from "@mantine/core";
import { grants, groups, removeGrant } from "@terskel/access/api/grants";
import { doorGroups } from "@terskel/access/api/door-groups";
import { myDoors } from "@terskel/access/api/passages";
import {
  IconArrowBackUp,
  IconDoor,
  IconHome,
  IconPencil,
  IconStack2,
  IconUser,
  IconUsersGroup,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { DataTable, type Column } from "#parts/DataTable.tsx";
import { GrantRoleTag } from "#parts/GrantRoleTag.tsx";
import { RowMenu } from "#parts/RowMenu.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { Validity } from "#parts/Validity.tsx";
import { useSend } from "#queries.ts";
import { ChangeGrantModal } from "./ChangeGrantModal.tsx";
import { holderName, openedName, zoneOf } from "./holder.ts";
import type { Grant } from "./holder.ts";

type Props = {
  organisation: string;
  label: string;
  grants: readonly Grant[];
  /** Left out where every row has the same holder, or opens the same. */
  without?: "holder" | "opened" | undefined;
};

export function GrantTable({ organisation, label, grants: rows, without }: Props) {
  const { giving, manage } = useTexts();
  const confirm = useConfirm();
  const tell = useTell();
  const [changing, setChanging] = useState<Grant>();
  const remove = useSend(removeGrant, { refresh: [grants, groups, doorGroups, myDoors] });
  const askToTakeBack = (grant: Grant) =>
    confirm({
      title: giving.takeBackTitle(holderName(grant), openedName(grant)),
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
    cell: (grant) => {
      const [Icon, what] = grant.group
        ? [IconUsersGroup, giving.aGroup]
        : grant.unit
          ? [IconHome, giving.aUnit]
          : [IconUser, giving.aPerson];
      return (
        <span>
          <Icon size={17} aria-label={what} style={inLine} /> {holderName(grant)}
        </span>
      );
    },
  };
  const opened: Column<Grant> = {
    key: "door",
    label: giving.door,
    cell: (grant) => (
      <span>
        {grant.doorGroup ? (
          <IconStack2 size={17} aria-label={giving.aDoorGroup} style={inLine} />
        ) : (
          <IconDoor size={17} aria-label={giving.aDoor} style={inLine} />
        )}{" "}
        {openedName(grant)}
      </span>
    ),
  };
  return (
    <>
      <DataTable
        label={label}
        rows={rows}
        rowKey={(grant) => grant.id}
        columns={[
          ...[holder, opened].filter((_, at) => at !== ["holder", "opened"].indexOf(without ?? "")),
          { key: "role", label: giving.role, cell: (grant) => <GrantRoleTag role={grant.role} /> },
          {
            key: "validity",
            label: giving.validity,
            cell: (grant) => (
              <span>
                <Validity {...grant} timeZone={zoneOf(grant)} />
              </span>
            ),
          },
        ]}
        actionsLabel={manage.actions}
        actions={(grant) =>
          grant.mayChange && (
            <RowMenu label={manage.actionsFor(`${holderName(grant)}, ${openedName(grant)}`)}>
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

const inLine = { verticalAlign: "-3px" };
