import { Button } from "@mantine/core";
import { groups } from "@terskel/access/api/grants";
import { IconPlus, IconUsersGroup } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { useList } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";
import { GroupModal } from "./GroupModal.tsx";

export function Groups() {
  const { groups: texts } = useTexts().people;
  const { id: organisation } = useOrganisation();
  const [adding, setAdding] = useState(false);
  const query = useList(groups, { params: { organisation } });
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
          <EmptyNote icon={IconUsersGroup} title={texts.empty} action={add}>
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
                    to="/manage/$organisation/groups/$group"
                    params={{ organisation, group: group.id }}
                  >
                    {group.name}
                  </Link>
                ),
              },
              { key: "people", label: texts.people, cell: (group) => group.people },
              { key: "doors", label: texts.doors, cell: (group) => group.doors },
            ]}
          />
        )}
      </ListFrame>
      {adding && <GroupModal organisation={organisation} onClose={() => setAdding(false)} />}
    </Page>
  );
}
