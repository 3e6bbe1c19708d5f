import { Button } from "@mantine/core";
import { groups, removeGroup } from "@terskel/access/api/grants";
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
import { GroupModal } from "./GroupModal.tsx";
import { Members } from "./Members.tsx";

export function OneGroup() {
  const { people } = useTexts();
  const { groups: texts } = people;
  const { id: organisation } = useOrganisation();
  const { group: id = "" } = useParams({ strict: false });
  // There is no route for one group; the list of them is short.
  const query = useQuery(all(groups, { params: { organisation } }));
  const remove = useSend(removeGroup, { refresh: [groups] });
  const [renaming, setRenaming] = useState(false);
  const confirm = useConfirm();
  const tell = useTell();
  const navigate = useNavigate();
  const back = (
    <Link to="/manage/$organisation/groups" params={{ organisation }}>
      <IconChevronLeft size={16} aria-hidden style={{ verticalAlign: "-3px" }} />
      {texts.title}
    </Link>
  );
  if (!query.data) {
    const retry = () => void query.refetch();
    return <PageWait title={texts.title} back={back} error={query.error} retry={retry} />;
  }
  const group = query.data.find((each) => each.id === id);
  if (!group) return <NotFound />;

  const askToRemove = () =>
    confirm({
      title: texts.removeTitle(group.name),
      text: texts.removeText,
      confirm: texts.removeConfirm,
      onConfirm: () =>
        remove.mutate(
          { params: { organisation, group: id } },
          {
            onSuccess: () => {
              tell.done(texts.removed);
              void navigate({ to: "/manage/$organisation/groups", params: { organisation } });
            },
            onError: tell.failed,
          },
        ),
    });

  return (
    <Page
      title={group.name}
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
      <GrantsPanel
        organisation={organisation}
        title={texts.access}
        empty={texts.noAccess}
        holder={{ group }}
      />
      <Members organisation={organisation} group={id} />
      {renaming && (
        <GroupModal organisation={organisation} group={group} onClose={() => setRenaming(false)} />
      )}
    </Page>
  );
}
