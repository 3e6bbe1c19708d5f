import { Button } from "@mantine/core";
import { invitations, withdrawInvitation } from "@terskel/access/api/invitations";
import { IconMail } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { GrantRoleTag } from "#parts/GrantRoleTag.tsx";
import { ListPage } from "#parts/ListPage.tsx";
import { Validity } from "#parts/Validity.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useList, useSend } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";
import { InviteModal } from "./InviteModal.tsx";

export function Invitations() {
  const { giving, manage } = useTexts();
  const { invitations: texts } = giving;
  const formats = useFormats();
  const confirm = useConfirm();
  const tell = useTell();
  const { id: organisation } = useOrganisation();
  const [inviting, setInviting] = useState(false);
  const query = useList(invitations, { params: { organisation } });
  const withdraw = useSend(withdrawInvitation, { refresh: [invitations] });
  return (
    <ListPage
      texts={texts}
      icon={IconMail}
      query={query}
      onAdd={() => setInviting(true)}
      columns={[
        { key: "email", label: texts.email, cell: (invitation) => invitation.email },
        { key: "door", label: giving.door, cell: (invitation) => invitation.door.name },
        {
          key: "role",
          label: giving.role,
          cell: (invitation) => <GrantRoleTag role={invitation.role} />,
        },
        {
          key: "validity",
          label: giving.validity,
          cell: ({ door, validFrom, validUntil }) => (
            <Validity {...{ validFrom, validUntil }} timeZone={door.timeZone} />
          ),
        },
        { key: "by", label: texts.invitedBy, cell: (invitation) => invitation.invitedBy },
        {
          key: "expires",
          label: texts.expires,
          cell: (invitation) => formats.dateTime(invitation.expiresAt),
        },
      ]}
      actionsLabel={manage.actions}
      actions={(invitation) => (
        <Button
          variant="subtle"
          size="sm"
          onClick={() =>
            confirm({
              title: texts.withdrawTitle(invitation.email),
              text: texts.withdrawText,
              confirm: texts.withdraw,
              onConfirm: () =>
                withdraw.mutate(
                  { params: { organisation, invitation: invitation.id } },
                  { onSuccess: () => tell.done(texts.withdrawn), onError: tell.failed },
                ),
            })
          }
        >
          {texts.withdraw}
        </Button>
      )}
    >
      {inviting && <InviteModal organisation={organisation} onClose={() => setInviting(false)} />}
    </ListPage>
  );
}
