import { Button } from "@mantine/core";
import { units } from "@terskel/access/api/places";
import { IconHome, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { useList, type Item } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";
import { ResidentModal } from "./ResidentModal.tsx";
import { Residents } from "./Residents.tsx";
import { UnitModal } from "./UnitModal.tsx";

export type Unit = Item<typeof units>;

export function Units() {
  const { people, manage } = useTexts();
  const { units: texts } = people;
  const { id: organisation } = useOrganisation();
  const [adding, setAdding] = useState(false);
  const [housing, setHousing] = useState<Unit>();
  const query = useList(units, { params: { organisation } });
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {texts.add}
    </Button>
  );
  return (
    <Page title={texts.title} lead={texts.lead} actions={query.items?.length ? add : undefined}>
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconHome} title={texts.empty} action={add}>
            {texts.emptyText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={texts.title}
            rows={items}
            rowKey={(unit) => unit.id}
            columns={[
              { key: "name", label: texts.name, cell: (unit) => unit.name },
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
            ]}
            actionsLabel={manage.actions}
            actions={(unit) => (
              <Button
                variant="subtle"
                size="sm"
                px="xs"
                aria-label={texts.addResident(unit.name)}
                onClick={() => setHousing(unit)}
              >
                <IconPlus size={20} aria-hidden />
              </Button>
            )}
          />
        )}
      </ListFrame>
      {adding && <UnitModal organisation={organisation} onClose={() => setAdding(false)} />}
      {housing && (
        <ResidentModal
          organisation={organisation}
          unit={housing}
          onClose={() => setHousing(undefined)}
        />
      )}
    </Page>
  );
}
