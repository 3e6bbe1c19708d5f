import { Button } from "@mantine/core";
import { doorGroups, removeDoorGroup } from "@terskel/access/api/door-groups";
import { IconChevronLeft } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { all, useSend } from "#queries.ts";
import { NotFound } from "#pages/NotFound.tsx";
import { GrantsPanel } from "../grants/GrantsPanel.tsx";
import { useOrganisation } from "../use-organisation.ts";
import { DoorGroupModal } from "./DoorGroupModal.tsx";
import { DoorsInGroup } from "./DoorsInGroup.tsx";

export function OneDoorGroup() {
  const { doorGroups: texts } = useTexts();
  const { id: organisation } = useOrganisation();
  const { group: id = "" } = useParams({ strict: false });
  // There is no route for one group; the list of them is short.
  const query = useQuery(all(doorGroups, { params: { organisation } }));
  const remove = useSend(removeDoorGroup, { refresh: [doorGroups] });
  const [renaming, setRenaming] = useState(false);
  const confirm = useConfirm();
  const tell = useTell();
  const navigate = useNavigate();
  const list = { to: "/manage/$organisation/door-groups", params: { organisation } } as const;
  const back = (
    <Link {...list}>
      <IconChevronLeft size={16} aria-hidden style={{ verticalAlign: "-3px" }} />
      {texts.title}
    </Link>
  );
  if (!query.data) {
    const retry = () => void query.refetch();
    return <PageWait title={texts.title} back={back} error={query.error} retry={retry} />;
  }
  const doorGroup = query.data.find((each) => each.id === id);
  if (!doorGroup) return <NotFound />;

  const askToRemove = () =>
    confirm({
      title: texts.removeTitle(doorGroup.name),
      text: texts.removeText,
      confirm: texts.removeConfirm,
      onConfirm: () =>
        remove.mutate(
          { params: { organisation, doorGroup: id } },
          {
            onSuccess: () => {
              tell.done(texts.removed);
              void navigate(list);
            },
            onError: tell.failed,
          },
        ),
    });

  return (
    <Page
      title={doorGroup.name}
      back={back}
      actions={
        <>
          <Button variant="default" onClick={() => setRenaming(true)}>
            {texts.edit}
          </Button>
          <Button variant="default" c="var(--bad-ink)" onClick={askToRemove}>
            {texts.removeConfirm}
          </Button>
        </>
      }
    >
      <DoorsInGroup organisation={organisation} doorGroup={doorGroup} />
      <GrantsPanel
        organisation={organisation}
        title={texts.access}
        empty={texts.noAccess}
        given={{ doorGroup }}
      />
      {renaming && (
        <DoorGroupModal
          organisation={organisation}
          doorGroup={doorGroup}
          onClose={() => setRenaming(false)}
        />
      )}
    </Page>
  );
}
