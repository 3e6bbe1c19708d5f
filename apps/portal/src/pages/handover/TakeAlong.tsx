import { Button } from "@mantine/core";
import { requestHandover } from "@terskel/kernel/api/handover";
import { myData } from "@terskel/kernel/api/my-data";
import { requests } from "@terskel/kernel/api/requests";
import { IconFileDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { read, useList } from "#queries.ts";
import { canFetch } from "../privacy/requests.ts";
import { useAsk } from "../privacy/use-ask.ts";
import { useFetchCopy } from "../privacy/use-fetch-copy.ts";
import { useSignInAgain } from "../privacy/use-sign-in-again.tsx";
import styles from "./Handover.module.css";

/** One's account as a signed file for another installation. */
export function TakeAlong() {
  const { handover } = useTexts();
  const { along } = handover;
  const tell = useTell();
  const signInAgain = useSignInAgain();
  const mine = useQuery(read(myData, {}));
  const asked = useList(requests, {});
  const { fetchCopy, busy, done } = useFetchCopy(requestHandover);
  const { ask, busy: asking } = useAsk(undefined, ({ id }) => fetchCopy(id));
  const error = mine.error ?? asked.error;
  if (!mine.data || !asked.items) {
    const retry = () => void Promise.all([mine.refetch(), asked.refetch()]);
    return <PageWait title={along.title} error={error} retry={retry} />;
  }
  const fresh = mine.data.freshSignIn;
  const ready = asked.items.find(
    (each) => each.kind === "portability" && each.about === "account" && canFetch(each, Date.now()),
  );

  function make() {
    if (!fresh) signInAgain();
    else if (ready) fetchCopy(ready.id);
    else ask({ kind: "portability" }, tell.failed);
  }

  return (
    <Page title={along.title} lead={along.lead} back={<Link to="/privacy">{handover.back}</Link>}>
      <Panel title={along.what}>
        <ul className={styles.plain}>
          {along.holds.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <p className={styles.text}>{along.without}</p>
        <p className={styles.text}>{along.valid}</p>
        <div>
          <Button loading={busy || asking} variant={done ? "default" : "filled"} onClick={make}>
            {done ? along.again : along.make}
          </Button>
        </div>
      </Panel>
      {done && (
        <Panel>
          <div role="status">
            <EmptyNote icon={IconFileDownload} title={along.done}>
              {along.doneText}
            </EmptyNote>
          </div>
        </Panel>
      )}
    </Page>
  );
}
