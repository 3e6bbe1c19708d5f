import { Button } from "@mantine/core";
import { grants, groupMembers, groups } from "@terskel/access/api/grants";
import { invitations } from "@terskel/access/api/invitations";
import { units } from "@terskel/access/api/units";
import { onePerson, people, removePerson } from "@terskel/identity/api/people";
import { IconChevronLeft } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { usePhone } from "#language/use-phone.ts";
import { Facts } from "#parts/Facts.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Panel } from "#parts/Panel.tsx";
import { Tag } from "#parts/Tag.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { read, useSend } from "#queries.ts";
import { GrantsPanel } from "../grants/GrantsPanel.tsx";
import { useOrganisation } from "../use-organisation.ts";
import { Cards } from "./Cards.tsx";
import { PersonModal } from "./PersonModal.tsx";
import { ToldPanel } from "./ToldPanel.tsx";

export function OnePerson() {
  const { opening, people: texts, profile } = useTexts();
  const formats = useFormats();
  const phoneOf = usePhone();
  const { id: organisation } = useOrganisation();
  const { person: id = "" } = useParams({ strict: false });
  const params = { organisation, person: id };
  const query = useQuery(read(onePerson, { params }));
  const remove = useSend(removePerson, {
    refresh: [people, grants, groups, groupMembers, units, invitations],
  });
  const [editing, setEditing] = useState(false);
  const confirm = useConfirm();
  const tell = useTell();
  const navigate = useNavigate();
  const person = query.data;

  const back = (
    <Link to="/manage/$organisation/people" params={{ organisation }}>
      <IconChevronLeft size={16} aria-hidden style={{ verticalAlign: "-3px" }} />
      {texts.title}
    </Link>
  );
  if (!person) {
    const retry = () => void query.refetch();
    return <PageWait title={texts.title} back={back} error={query.error} retry={retry} />;
  }

  const askToRemove = () =>
    confirm({
      title: texts.removeTitle(person.name),
      text: texts.removeText,
      confirm: texts.removeConfirm,
      onConfirm: () =>
        remove.mutate(
          { params },
          {
            onSuccess: () => {
              tell.done(texts.removed);
              void navigate({ to: "/manage/$organisation/people", params: { organisation } });
            },
            onError: tell.failed,
          },
        ),
    });

  return (
    <Page
      title={person.name}
      back={back}
      actions={
        <>
          <Button
            component={Link}
            to={`/manage/${organisation}/people/${id}/data`}
            variant="default"
          >
            {opening.title}
          </Button>
          <Button variant="default" onClick={() => setEditing(true)}>
            {texts.edit}
          </Button>
          <Button variant="default" c="var(--bad-ink)" onClick={askToRemove}>
            {texts.removeConfirm}
          </Button>
        </>
      }
    >
      <Panel>
        <Facts
          facts={[
            [texts.email, person.email ?? profile.none],
            [texts.phone, person.phone ? phoneOf(person.phone) : profile.none],
            [texts.role, texts.roles[person.role]],
            [
              texts.account,
              <Tag key="account" tone={person.claimed ? "good" : "plain"}>
                {person.claimed ? texts.claimed : texts.unclaimed}
              </Tag>,
            ],
            [texts.source, texts.sources[person.source]],
            [texts.since, formats.dateTime(person.createdAt)],
          ]}
        />
      </Panel>
      <GrantsPanel
        organisation={organisation}
        title={texts.accesses}
        lead={texts.accessesLead}
        empty={texts.noAccesses}
        holder={{ person: { id, name: person.name } }}
      />
      <Cards organisation={organisation} person={id} />
      <ToldPanel organisation={organisation} person={id} />
      {editing && (
        <PersonModal
          organisation={organisation}
          person={person}
          onClose={() => setEditing(false)}
        />
      )}
    </Page>
  );
}
