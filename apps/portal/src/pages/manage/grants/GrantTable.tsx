import { Button } from "@mantine/core";
import { grants, groups, removeGrant } from "@terskel/access/api/grants";
import { myDoors } from "@terskel/access/api/passages";
import { IconUser, IconUsersGroup } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { DataTable, type Column } from "#parts/DataTable.tsx";
import { GrantRoleTag } from "#parts/GrantRoleTag.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { Validity } from "#parts/Validity.tsx";
import { useSend, type Item } from "#queries.ts";

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
  const remove = useSend(removeGrant, { refresh: [grants, groups, myDoors] });
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
              <Validity {...grant} />
            </span>
          ),
        },
      ]}
      actionsLabel={manage.actions}
      actions={(grant) => (
        <Button
          variant="subtle"
          size="sm"
          onClick={() =>
            confirm({
              title: giving.takeBackTitle(holderName(grant), grant.door.name),
              text: giving.takeBackText,
              confirm: giving.takeBack,
              onConfirm: () =>
                remove.mutate(
                  { params: { organisation, grant: grant.id } },
                  { onSuccess: () => tell.done(giving.takenBack), onError: tell.failed },
                ),
            })
          }
        >
          {giving.takeBack}
        </Button>
      )}
    />
  );
}

function holderName(grant: Grant): string {
  return grant.person?.name ?? grant.group?.name ?? "";
}
