import { readInvitation } from "@terskel/access/api/invitations";
import { IconMailOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { isProblem } from "#problem.ts";
import { read } from "#queries.ts";
import styles from "./Invitation.module.css";
import { Offer } from "./Offer.tsx";

/** What an invitation offers. Its token stands in the fragment, which no browser sends or logs. */
export function Invitation() {
  const { invitation } = useTexts();
  const hash = useLocation({ select: (location) => location.hash });
  const token = new URLSearchParams(hash).get("token") ?? "";
  const query = useQuery({
    ...read(readInvitation, { body: { token } }),
    enabled: token !== "",
    staleTime: Infinity,
  });
  const gone = isProblem(query.error) && query.error.status >= 400 && query.error.status < 500;
  return (
    <div className={styles.page}>
      {query.data ? (
        <Offer token={token} offer={query.data} />
      ) : gone || token === "" ? (
        <Page title={invitation.gone}>
          <EmptyNote icon={IconMailOff}>
            {token ? invitation.goneText : invitation.noToken}
          </EmptyNote>
        </Page>
      ) : (
        <PageWait
          title={invitation.waiting}
          error={query.error}
          retry={() => void query.refetch()}
        />
      )}
    </div>
  );
}
