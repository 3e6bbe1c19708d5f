import { Button, Group } from "@mantine/core";
import { grants, groupMembers, groups } from "@terskel/access/api/grants";
import { invitations } from "@terskel/access/api/invitations";
import { units } from "@terskel/access/api/units";
import { onePerson, people, removePerson } from "@terskel/identity/api/people";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { usePhone } from "#language/use-phone.ts";
import { Facts } from "#parts/Facts.tsx";
import { Panel } from "#parts/Panel.tsx";
import { PartWait } from "#parts/PartWait.tsx";
import { Tag } from "#parts/Tag.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { read, useSend } from "#queries.ts";
import { PersonModal } from "./PersonModal.tsx";
import { ToldPanel } from "./ToldPanel.tsx";

/** How a person is reached and what they are here, for who keeps that right. */
export function Details({ organisation, person: id }: { organisation: string; person: string }) {
  const { opening, people: texts, profile } = useTexts();
  const formats = useFormats();
  const phoneOf = usePhone();
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
  if (!person) return <PartWait error={query.error} retry={() => void query.refetch()} />;

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
    <>
      <Panel
        title={opening.details}
        actions={
          <Group gap="xs">
            <Button variant="default" onClick={() => setEditing(true)}>
              {texts.edit}
            </Button>
            <Button variant="default" c="var(--bad-ink)" onClick={askToRemove}>
              {texts.removeConfirm}
            </Button>
          </Group>
        }
      >
        <Facts
          facts={[
            [texts.name, person.name],
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
      <ToldPanel organisation={organisation} person={id} />
      {editing && (
        <PersonModal
          organisation={organisation}
          person={person}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
}
