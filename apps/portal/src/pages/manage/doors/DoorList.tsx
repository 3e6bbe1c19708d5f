import { Button } from "@mantine/core";
import { doors, sites } from "@terskel/access/api/places";
import { IconDoor, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import type { OrderKind } from "#orders.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { all, useList, type Item } from "#queries.ts";
import { AlarmBanners } from "../alarms/AlarmBanners.tsx";
import { OrderBanners } from "../orders/OrderBanners.tsx";
import { OrderButtons } from "../orders/OrderButtons.tsx";
import { OrderModal } from "../orders/OrderModal.tsx";
import { useOrganisation } from "../use-organisation.ts";
import { DoorModal } from "./DoorModal.tsx";
import { DoorTable } from "./DoorTable.tsx";
import { LiveStates } from "./LiveStates.tsx";
import { LogModal } from "./LogModal.tsx";

export type Door = Item<typeof doors>;

/** The stream of events tells of the doors that one has access to; this is for the others. */
const pollMs = 10_000;

export function DoorList() {
  const { doors: texts } = useTexts().manage;
  const { id: organisation, scope } = useOrganisation();
  const [editing, setEditing] = useState<Door | "new">();
  const [keeping, setKeeping] = useState<Door>();
  const [ordering, setOrdering] = useState<{ kind: OrderKind; door?: string }>();
  const query = useList(doors, { params: { organisation } }, { pollMs: () => pollMs });
  const every = useQuery(all(doors, { params: { organisation } }));
  const places = useQuery({
    ...all(sites, { params: { organisation } }),
    enabled: scope === "organisation",
  });
  const without = places.data?.length === 0;
  const add =
    scope !== "organisation" ? undefined : without ? (
      <Button component={Link} to="/manage/$organisation/sites" params={{ organisation }}>
        {texts.addSite}
      </Button>
    ) : (
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing("new")}>
        {texts.add}
      </Button>
    );
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        query.items?.length ? (
          <>
            <OrderButtons onOrder={(kind) => setOrdering({ kind })} />
            {add}
          </>
        ) : undefined
      }
    >
      <LiveStates organisation={organisation} />
      <AlarmBanners organisation={organisation} />
      <OrderBanners organisation={organisation} />
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconDoor} title={texts.empty} action={add}>
            {without ? texts.needsSite : texts.emptyText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DoorTable
            organisation={organisation}
            doors={items}
            onLog={setKeeping}
            onOrder={(kind, { id: door }) => setOrdering({ kind, door })}
            onEdit={scope === "organisation" ? setEditing : undefined}
          />
        )}
      </ListFrame>
      {editing && (
        <DoorModal
          organisation={organisation}
          door={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {ordering && (
        <OrderModal
          organisation={organisation}
          {...ordering}
          doors={every.data ?? query.items ?? []}
          onClose={() => setOrdering(undefined)}
        />
      )}
      {keeping && (
        <LogModal
          organisation={organisation}
          door={keeping}
          onClose={() => setKeeping(undefined)}
        />
      )}
    </Page>
  );
}
