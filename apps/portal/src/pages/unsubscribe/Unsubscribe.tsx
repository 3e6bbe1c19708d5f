import { Anchor, Button } from "@mantine/core";
import { readUnsubscribe, unsubscribe } from "@terskel/customers/api/unsubscribe";
import { IconMailOff, IconUnlink } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useSpeech } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Panel } from "#parts/Panel.tsx";
import { noticeAddress } from "#parts/shell/NoticeLinks.tsx";
import { isProblem } from "#problem.ts";
import { read, useSend } from "#queries.ts";

/** Where the link in a mailing leads: one press ends it. To come here ends nothing, as mail scanners do so too. */
export function Unsubscribe() {
  const { language, texts: all } = useSpeech();
  const { unsubscribe: texts } = all.customers;
  const { token = "" } = useParams({ strict: false });
  const query = useQuery({ ...read(readUnsubscribe, { body: { token } }), staleTime: Infinity });
  const send = useSend(unsubscribe);
  const notice = <Anchor href={noticeAddress(language)}>{texts.notice}</Anchor>;
  if (isProblem(query.error) && query.error.status >= 400 && query.error.status < 500) {
    return (
      <Page title={texts.unknown}>
        <Panel>
          <EmptyNote
            icon={IconUnlink}
            action={<Link to="/privacy/request">{texts.byAddress}</Link>}
          >
            {texts.unknownText}
          </EmptyNote>
        </Panel>
      </Page>
    );
  }
  if (!query.data)
    return <PageWait title={texts.title} error={query.error} retry={() => void query.refetch()} />;
  const { operator } = query.data;
  if (query.data.unsubscribed || send.isSuccess) {
    return (
      <Page title={texts.done}>
        <Panel>
          <EmptyNote icon={IconMailOff} action={notice}>
            {texts.doneText(operator)}
          </EmptyNote>
        </Panel>
      </Page>
    );
  }
  return (
    <Page title={texts.title} lead={texts.lead(operator)}>
      <Panel>
        {send.error && <ErrorNote error={send.error} />}
        <Button size="lg" loading={send.isPending} onClick={() => send.mutate({ body: { token } })}>
          {texts.press}
        </Button>
        <p>{notice}</p>
      </Panel>
    </Page>
  );
}
