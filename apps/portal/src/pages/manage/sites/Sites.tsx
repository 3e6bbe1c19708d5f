import { Menu } from "@mantine/core";
import { removeSite, sites } from "@terskel/access/api/places";
import { IconBuilding, IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { ListPage } from "#parts/ListPage.tsx";
import { RowMenu } from "#parts/RowMenu.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useList, useSend, type Item } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";
import { SiteModal } from "./SiteModal.tsx";

export type Site = Item<typeof sites>;

export function Sites() {
  const { manage } = useTexts();
  const { sites: texts } = manage;
  const { id: organisation } = useOrganisation();
  const confirm = useConfirm();
  const tell = useTell();
  const [editing, setEditing] = useState<Site | "new">();
  const remove = useSend(removeSite, { refresh: [sites] });
  const askToRemove = (site: Site) =>
    confirm({
      title: manage.removeTitle(site.name),
      text: texts.removeText,
      confirm: texts.removeConfirm,
      onConfirm: () =>
        remove.mutate(
          { params: { organisation, site: site.id } },
          { onSuccess: () => tell.done(texts.removed), onError: tell.failed },
        ),
    });
  const query = useList(sites, { params: { organisation } });
  return (
    <ListPage
      texts={texts}
      icon={IconBuilding}
      query={query}
      onAdd={() => setEditing("new")}
      columns={[
        { key: "name", label: texts.name, cell: (site) => site.name },
        { key: "address", label: texts.address, cell: (site) => site.address },
        { key: "zone", label: texts.timeZone, cell: (site) => site.timeZone },
        { key: "doors", label: texts.doors, cell: (site) => site.doors },
      ]}
      actionsLabel={manage.actions}
      actions={(site) => (
        <RowMenu label={manage.actionsFor(site.name)}>
          <Menu.Item
            leftSection={<IconPencil size={18} aria-hidden />}
            onClick={() => setEditing(site)}
          >
            {manage.edit}
          </Menu.Item>
          <Menu.Item
            color="var(--bad-ink)"
            leftSection={<IconTrash size={18} aria-hidden />}
            onClick={() => askToRemove(site)}
          >
            {manage.remove}
          </Menu.Item>
        </RowMenu>
      )}
    >
      {editing && (
        <SiteModal
          organisation={organisation}
          site={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </ListPage>
  );
}
