import { mailings, oneMailing, removeMailing, sendMailing } from "@terskel/customers/api/mailings";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useSpeech } from "#language/context.ts";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { read, useSend } from "#queries.ts";
import { DraftActions } from "./DraftActions.tsx";
import { MailingModal } from "./MailingModal.tsx";
import { Outcome } from "./Outcome.tsx";
import { Previews } from "./Previews.tsx";
import { Recipients } from "./Recipients.tsx";
import { subjectIn } from "./written.ts";

/** One mailing: what it says, who gets it, and what became of it. */
export function OneMailing() {
  const { language, texts: all } = useSpeech();
  const { mailings: texts } = all.customers;
  const { mailing = "" } = useParams({ strict: false });
  const params = { mailing };
  const [changing, setChanging] = useState(false);
  const query = useQuery({
    ...read(oneMailing, { params }),
    // While it is sent the numbers go on.
    refetchInterval: ({ state }) => (state.data?.state === "sending" ? 2_000 : false),
  });
  const send = useSend(sendMailing, { refresh: [mailings, oneMailing] });
  const remove = useSend(removeMailing, { refresh: [mailings] });
  const back = <Link to="/operator/mailings">{texts.back}</Link>;
  if (!query.data) {
    const { error, refetch } = query;
    return <PageWait title={texts.title} back={back} error={error} retry={() => void refetch()} />;
  }
  const { data } = query;
  const isDraft = data.state === "draft";
  return (
    <Page
      title={subjectIn(data.texts, language)}
      back={back}
      actions={
        isDraft ? (
          <DraftActions
            draft={data}
            removeTitle={texts.removeTitle}
            busy={send.isPending}
            all="/operator/mailings"
            onChange={() => setChanging(true)}
            onSend={(recipients, then) => send.mutate({ params, body: { recipients } }, then)}
            onRemove={(then) => remove.mutate({ params }, then)}
          />
        ) : undefined
      }
    >
      <Outcome mailing={data} />
      {isDraft && <Recipients {...data} />}
      <Previews previews={data.previews} />
      {changing && <MailingModal mailing={data} onClose={() => setChanging(false)} />}
    </Page>
  );
}
