import { Button } from "@mantine/core";
import { closeMine, myCase, myCases, write } from "@terskel/support/api/mine";
import { keepDays, silentDays } from "@terskel/support/api/limits";
import { IconChevronLeft } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { useMe } from "#me.ts";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { read, useSend } from "#queries.ts";
import { AnswerBox } from "./AnswerBox.tsx";
import { CaseTag } from "./CaseTag.tsx";
import styles from "./Support.module.css";
import { Thread } from "./Thread.tsx";

/** One's own case: what was written, and where one writes on. */
export function OwnCase() {
  const { support } = useTexts();
  const { organisation = "", case: id = "" } = useParams({ strict: false });
  const { memberships } = useMe();
  const name = memberships.find((each) => each.organisation.id === organisation)?.organisation.name;
  const params = { organisation, case: id };
  const query = useQuery(read(myCase, { params }));
  const refresh = [myCase, myCases];
  const send = useSend(write, { refresh });
  const close = useSend(closeMine, { refresh });
  const tell = useTell();
  const found = query.data;
  const back = (
    <Link to="/support">
      <IconChevronLeft size={16} aria-hidden style={{ verticalAlign: "-3px" }} />
      {support.back}
    </Link>
  );
  if (!found) {
    const retry = () => void query.refetch();
    return <PageWait title={support.case} back={back} error={query.error} retry={retry} />;
  }
  const isClosed = found.state === "closed";
  const after = {
    open: undefined,
    waiting: support.silentText(silentDays),
    closed: support.closedText(keepDays),
  }[found.state];
  return (
    <Page
      title={found.subject}
      lead={
        <span className={styles.name}>
          {support.number(found.number)}, {name} <CaseTag state={found.state} />
        </span>
      }
      back={back}
      actions={
        !isClosed && (
          <Button
            variant="default"
            loading={close.isPending}
            onClick={() =>
              close.mutate(
                { params },
                { onSuccess: () => tell.done(support.closed), onError: tell.failed },
              )
            }
          >
            {support.close}
          </Button>
        )
      }
    >
      <Thread messages={found.messages} organisation={name ?? ""} />
      <Panel>
        {after && <p className={styles.text}>{after}</p>}
        <AnswerBox
          label={isClosed ? support.writeClosed : support.write}
          submit={support.send}
          busy={send.isPending}
          error={send.error}
          onSend={(body, done) =>
            send.mutate(
              { params, body },
              {
                onSuccess: () => {
                  done();
                  tell.done(support.sent);
                },
              },
            )
          }
        />
      </Panel>
    </Page>
  );
}
