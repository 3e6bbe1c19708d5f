import { Button } from "@mantine/core";
import { sites } from "@terskel/access/api/places";
import { IconBuilding, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { useList } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";
import { SiteModal } from "./SiteModal.tsx";

export function Sites() {
  const { sites: texts } = useTexts().manage;
  const { id: organisation } = useOrganisation();
  const [adding, setAdding] = useState(false);
  const query = useList(sites, { params: { organisation } });
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
          <EmptyNote icon={IconBuilding} title={texts.empty} action={add}>
            {texts.emptyText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={texts.title}
            rows={items}
            rowKey={(site) => site.id}
            columns={[
              { key: "name", label: texts.name, cell: (site) => site.name },
              { key: "address", label: texts.address, cell: (site) => site.address },
              { key: "zone", label: texts.timeZone, cell: (site) => site.timeZone },
              { key: "doors", label: texts.doors, cell: (site) => site.doors },
            ]}
          />
        )}
      </ListFrame>
      {adding && <SiteModal organisation={organisation} onClose={() => setAdding(false)} />}
    </Page>
  );
}
