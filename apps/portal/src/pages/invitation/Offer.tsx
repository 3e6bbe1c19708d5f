import { Button } from "@mantine/core";
import { acceptInvitation, type readInvitation } from "@terskel/access/api/invitations";
import { me } from "@terskel/identity/api/me";
import type { Received } from "@terskel/platform/contract";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { meQuery } from "#me.ts";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Facts } from "#parts/Facts.tsx";
import { GrantRoleTag } from "#parts/GrantRoleTag.tsx";
import { Page } from "#parts/Page.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { Validity } from "#parts/Validity.tsx";
import { useSend } from "#queries.ts";

type Props = { token: string; offer: Received<typeof readInvitation> };

export function Offer({ token, offer }: Props) {
  const { invitation } = useTexts();
  const formats = useFormats(offer.timeZone);
  const navigate = useNavigate();
  const tell = useTell();
  const person = useQuery({ ...meQuery, retry: false });
  const accept = useSend(acceptInvitation, { refresh: [me] });

  function take() {
    accept.mutate(
      { body: { token } },
      {
        onSuccess: () => {
          tell.done(invitation.accepted);
          void navigate({ to: "/" });
        },
      },
    );
  }

  return (
    <Page title={invitation.title} lead={invitation.offer(offer.invitedBy, offer.door, offer.site)}>
      <Panel>
        <Facts
          facts={[
            [invitation.organisation, offer.organisation],
            [invitation.door, `${offer.door}, ${offer.site}`],
            [invitation.role, <GrantRoleTag key="role" role={offer.role} />],
            [invitation.validity, <Validity key="validity" {...offer} />],
            [invitation.answerBy, formats.dateTime(offer.expiresAt)],
          ]}
        />
        {accept.error && <ErrorNote error={accept.error} />}
        {person.data ? (
          <Button size="lg" loading={accept.isPending} onClick={take}>
            {invitation.accept}
          </Button>
        ) : (
          <>
            <Button
              size="lg"
              component={Link}
              to="/sign-in"
              search={{ returnTo: "/invitation" }}
              hash={`token=${token}`}
              loading={person.isPending}
            >
              {invitation.signInFirst}
            </Button>
            <p>{invitation.signInHint}</p>
          </>
        )}
        <p>{invitation.deleted}</p>
      </Panel>
    </Page>
  );
}
