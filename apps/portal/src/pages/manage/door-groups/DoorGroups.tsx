import { Button } from "@mantine/core";
import { doorGroups } from "@terskel/access/api/door-groups";
import { IconPlus, IconStack2 } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { useList } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";
import { DoorGroupModal } from "./DoorGroupModal.tsx";

export function DoorGroups() {
  const { doorGroups: texts } = useTexts();
  const { id: organisation } = useOrganisation();
  const [adding, setAdding] = useState(false);
  const query = useList(doorGroups, { params: { organisation } });
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
          <EmptyNote icon={IconStack2} title={texts.empty} action={add}>
            {texts.emptyText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={texts.title}
            rows={items}
            rowKey={(group) => group.id}
            columns={[
              {
                key: "name",
                label: texts.name,
                cell: (group) => (
                  <Link
                    to="/manage/$organisation/door-groups/$group"
                    params={{ organisation, group: group.id }}
                  >
                    {group.name}
                  </Link>
                ),
              },
              { key: "doors", label: texts.doors, cell: (group) => group.doors },
              { key: "people", label: texts.people, cell: (group) => group.people },
            ]}
          />
        )}
      </ListFrame>
      {adding && <DoorGroupModal organisation={organisation} onClose={() => setAdding(false)} />}
    </Page>
  );
}
