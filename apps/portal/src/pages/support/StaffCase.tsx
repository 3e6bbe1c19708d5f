import { Alert, Button } from "@mantine/core";
import type * as desk from "@terskel/support/api/desk";
import type * as operator from "@terskel/support/api/operator";
import { IconChevronLeft, IconEyeCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { read, useSend } from "#queries.ts";
import { AnswerBox } from "./AnswerBox.tsx";
import { CaseTag } from "./CaseTag.tsx";
import styles from "./Support.module.css";
import { TakenBy } from "./TakenBy.tsx";
import { Thread } from "./Thread.tsx";

type Props = {
  /** By which routes: the organisation's own, or the operator's on its behalf. */
  routes: {
    readonly list: typeof desk.cases | typeof operator.allCases;
    readonly one: typeof desk.oneCase | typeof operator.openCase;
    readonly answer: typeof desk.answer | typeof operator.answerOnBehalf;
    readonly take: typeof desk.take | typeof operator.takeOnBehalf;
    readonly close: typeof desk.close | typeof operator.closeOnBehalf;
  };
  params: { organisation: string; case: string };
  /** The organisation's name. */
  name: string;
  listAddress: string;
  /** Said to whoever reads on somebody's behalf. */
  note?: string;
};

/** A case as the staff see it: what was written, who has it, and where they answer. */
export function StaffCase({ routes, params, name, listAddress, note }: Props) {
  const { support } = useTexts();
  // What is read on behalf is put on record each time: not again because a window was looked at.
  const query = useQuery({ ...read(routes.one, { params }), refetchOnWindowFocus: false });
  const refresh = [routes.one, routes.list];
  const answer = useSend(routes.answer, { refresh });
  const take = useSend(routes.take, { refresh });
  const close = useSend(routes.close, { refresh });
  const tell = useTell();
  const found = query.data;
  const back = (
    <Link to={listAddress}>
      <IconChevronLeft size={16} aria-hidden style={{ verticalAlign: "-3px" }} />
      {support.back}
    </Link>
  );
  if (!found) {
    const retry = () => void query.refetch();
    return <PageWait title={support.case} back={back} error={query.error} retry={retry} />;
  }
  const mine = found.taken?.mine ?? false;
  return (
    <Page
      title={found.subject}
      lead={
        <span className={styles.name}>
          {support.number(found.number)}, {found.person.name} <CaseTag state={found.state} desk />
          <span className={styles.hint}>
            {support.desk.taken}: <TakenBy taken={found.taken} />
          </span>
        </span>
      }
      back={back}
      actions={
        <>
          <Button
            variant="default"
            loading={take.isPending}
            onClick={() =>
              take.mutate(
                { params, body: { by: mine ? "nobody" : "me" } },
                { onError: tell.failed },
              )
            }
          >
            {mine ? support.desk.letGo : support.desk.take}
          </Button>
          {found.state !== "closed" && (
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
          )}
        </>
      }
    >
      {note && (
        <Alert className="note" icon={<IconEyeCheck aria-hidden />}>
          {note}
        </Alert>
      )}
      <Thread messages={found.messages} organisation={name} person={found.person.name} />
      <Panel>
        <AnswerBox
          label={support.answer}
          submit={support.answerSend}
          busy={answer.isPending}
          error={answer.error}
          onSend={(body, done) =>
            answer.mutate(
              { params, body },
              {
                onSuccess: () => {
                  done();
                  tell.done(support.answered);
                },
              },
            )
          }
        />
      </Panel>
    </Page>
  );
}
