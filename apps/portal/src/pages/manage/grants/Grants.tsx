import { Button } from "@mantine/core";
import { grants } from "@terskel/access/api/grants";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { DoorFilter } from "#parts/pickers/DoorFilter.tsx";
import { useList } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";
import { GrantModal } from "./GrantModal.tsx";
import { GrantTable } from "./GrantTable.tsx";
import { WhyModal } from "./WhyModal.tsx";

export function Grants() {
  const { explain, giving } = useTexts();
  const { id: organisation, scope } = useOrganisation();
  const { door } = useSearch({ strict: false });
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const [asking, setAsking] = useState(false);
  const query = useList(grants, { params: { organisation }, query: door ? { door } : {} });
  return (
    <Page
      title={giving.title}
      lead={giving.lead}
      actions={
        <>
          {scope === "organisation" && (
            <Button variant="default" onClick={() => setAsking(true)}>
              {explain.ask}
            </Button>
          )}
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {giving.add}
          </Button>
        </>
      }
    >
      <DoorFilter
        organisation={organisation}
        value={door}
        onChange={(chosen) =>
          void navigate({
            to: "/manage/$organisation/grants",
            params: { organisation },
            search: chosen ? { door: chosen } : {},
            replace: true,
          })
        }
      />
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconKey} title={door ? giving.emptyForDoor : giving.empty}>
            {giving.emptyText}
          </EmptyNote>
        }
      >
        {(items) => <GrantTable organisation={organisation} label={giving.title} grants={items} />}
      </ListFrame>
      {asking && (
        <WhyModal organisation={organisation} door={door} onClose={() => setAsking(false)} />
      )}
      {adding && (
        <GrantModal organisation={organisation} door={door} onClose={() => setAdding(false)} />
      )}
    </Page>
  );
}
