import { Menu } from "@mantine/core";
import { removeUnit, units } from "@terskel/access/api/units";
import { IconHome, IconKey, IconPencil, IconTrash, IconUserPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { ListPage } from "#parts/ListPage.tsx";
import { RowMenu } from "#parts/RowMenu.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useList, useSend, type Item } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";
import { LeaseModal } from "./LeaseModal.tsx";
import { Rents } from "./Rents.tsx";
import { ResidentModal } from "./ResidentModal.tsx";
import { Residents } from "./Residents.tsx";
import { UnitModal } from "./UnitModal.tsx";

export type Unit = Item<typeof units>;

export function Units() {
  const { leases, people, manage } = useTexts();
  const { units: texts } = people;
  const { id: organisation } = useOrganisation();
  const confirm = useConfirm();
  const tell = useTell();
  const [editing, setEditing] = useState<Unit | "new">();
  const [housing, setHousing] = useState<Unit>();
  const [letting, setLetting] = useState<Unit>();
  const query = useList(units, { params: { organisation } });
  const remove = useSend(removeUnit, { refresh: [units] });
  const askToRemove = (unit: Unit) =>
    confirm({
      title: manage.removeTitle(unit.name),
      text: texts.removeText,
      confirm: texts.removeConfirm,
      onConfirm: () =>
        remove.mutate(
          { params: { organisation, unit: unit.id } },
          { onSuccess: () => tell.done(texts.removed), onError: tell.failed },
        ),
    });
  return (
    <ListPage
      texts={texts}
      icon={IconHome}
      query={query}
      onAdd={() => setEditing("new")}
      columns={[
        {
          key: "name",
          label: texts.name,
          cell: (unit) => (
            <Link to="/manage/$organisation/units/$unit" params={{ organisation, unit: unit.id }}>
              {unit.name}
            </Link>
          ),
        },
        { key: "site", label: texts.site, cell: (unit) => unit.site.name },
        {
          key: "group",
          label: texts.group,
          cell: (unit) => unit.group?.name ?? texts.noGroup,
        },
        {
          key: "residents",
          label: texts.residents,
          cell: (unit) => <Residents organisation={organisation} unit={unit} />,
        },
        { key: "rents", label: leases.rents, cell: (unit) => <Rents unit={unit} /> },
      ]}
      actionsLabel={manage.actions}
      actions={(unit) => (
        <RowMenu label={manage.actionsFor(unit.name)}>
          <Menu.Item
            leftSection={<IconKey size={18} aria-hidden />}
            onClick={() => setLetting(unit)}
          >
            {leases.let}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconUserPlus size={18} aria-hidden />}
            onClick={() => setHousing(unit)}
          >
            {texts.addResidentShort}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconPencil size={18} aria-hidden />}
            onClick={() => setEditing(unit)}
          >
            {manage.edit}
          </Menu.Item>
          <Menu.Item
            color="var(--bad-ink)"
            leftSection={<IconTrash size={18} aria-hidden />}
            onClick={() => askToRemove(unit)}
          >
            {manage.remove}
          </Menu.Item>
        </RowMenu>
      )}
    >
      {editing && (
        <UnitModal
          organisation={organisation}
          unit={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {letting && (
        <LeaseModal
          organisation={organisation}
          unit={letting}
          onClose={() => setLetting(undefined)}
        />
      )}
      {housing && (
        <ResidentModal
          organisation={organisation}
          unit={housing}
          onClose={() => setHousing(undefined)}
        />
      )}
    </ListPage>
  );
}
