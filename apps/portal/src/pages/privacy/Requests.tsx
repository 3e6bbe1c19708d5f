import { Button } from "@mantine/core";
import { cancelRequest, liftOwnRestriction, requests } from "@terskel/kernel/api/requests";
import { myData } from "@terskel/kernel/api/my-data";
import { IconMailQuestion } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useList, useSend } from "#queries.ts";
import styles from "./Privacy.module.css";
import { canFetch, daysUntil, isRestricting } from "./requests.ts";
import type { OwnRequest } from "./requests.ts";
import { StateTag } from "./StateTag.tsx";
import { useFetchCopy } from "./use-fetch-copy.ts";

/** One's own requests, each with its clock. */
export function Requests() {
  const { privacy } = useTexts();
  const query = useList(requests, {});
  return (
    <Panel title={privacy.requests} lead={privacy.requestsLead}>
      <ListFrame
        query={query}
        empty={<EmptyNote icon={IconMailQuestion}>{privacy.noRequests}</EmptyNote>}
      >
        {(items) => (
          <ul className={styles.rows}>
            {items.map((request) => (
              <OneRequest key={request.id} request={request} />
            ))}
          </ul>
        )}
      </ListFrame>
    </Panel>
  );
}

function OneRequest({ request }: { request: OwnRequest }) {
  const { privacy } = useTexts();
  const tell = useTell();
  const confirm = useConfirm();
  const cancel = useSend(cancelRequest, { refresh: [requests] });
  const lift = useSend(liftOwnRestriction, { refresh: [requests, myData] });
  const { fetchCopy, busy } = useFetchCopy();
  const input = { params: { request: request.id } };
  const after = (message: string) => ({
    onSuccess: () => tell.done(message),
    onError: tell.failed,
  });
  const name = `${privacy.kinds[request.kind]}, ${privacy.number(request.number)}`;
  return (
    <li>
      <div className={styles.words}>
        <span className={styles.name}>
          {privacy.kinds[request.kind]}
          <StateTag {...request} />
        </span>
        <span className={styles.hint}>
          {privacy.number(request.number)} ·{" "}
          {request.about === "account" ? privacy.account : request.organisation.name}
        </span>
        {useClock(request).map((line) => (
          <span key={line} className={styles.hint}>
            {line}
          </span>
        ))}
      </div>
      {request.state === "received" && (
        <Button
          variant="default"
          size="sm"
          aria-label={`${privacy.takeBack}: ${name}`}
          loading={cancel.isPending}
          onClick={() => cancel.mutate(input, after(privacy.takenBack))}
        >
          {privacy.takeBack}
        </Button>
      )}
      {canFetch(request, Date.now()) && (
        <Button
          variant="default"
          size="sm"
          aria-label={`${privacy.download}: ${name}`}
          loading={busy}
          onClick={() => fetchCopy(request.id)}
        >
          {privacy.download}
        </Button>
      )}
      {isRestricting(request) && (
        <Button
          variant="default"
          size="sm"
          aria-label={`${privacy.lift}: ${name}`}
          loading={lift.isPending}
          onClick={() =>
            confirm({
              title: privacy.liftTitle,
              text: privacy.liftText,
              confirm: privacy.lift,
              onConfirm: () => lift.mutate(input, after(privacy.lifted)),
            })
          }
        >
          {privacy.lift}
        </Button>
      )}
    </li>
  );
}

/** What there is to know about the time it takes, and about the answer. */
function useClock(request: OwnRequest): string[] {
  const { privacy } = useTexts();
  const formats = useFormats();
  const day = (instant: string) => formats.date(formats.dayKey(instant));
  const left = daysUntil(request.dueAt, Date.now());
  return [
    request.answeredAt
      ? privacy.answered(day(request.answeredAt))
      : privacy.answerBy(day(request.dueAt), left),
    request.fileUntil &&
      canFetch(request, Date.now()) &&
      privacy.downloadUntil(day(request.fileUntil)),
    request.passedOnTo && privacy.passedOn(request.passedOnTo),
    request.extensionReason && privacy.extended(request.extensionReason),
    request.state === "received" && request.proofWanted && privacy.proofWanted(request.proofWanted),
    request.reasonCode && privacy.reasons[request.reasonCode],
    request.reason,
    request.liftedAt
      ? privacy.liftedAt(day(request.liftedAt))
      : request.liftsAt && privacy.liftsAt(day(request.liftsAt)),
  ].filter((line): line is string => Boolean(line));
}
