import { Button, Skeleton, VisuallyHidden } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconBan, IconClockOff } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { signInOptions } from "@terskel/identity/api/sign-in";
import { useQuery } from "@tanstack/react-query";
import type { MyDoor } from "#doors.ts";
import { useTexts } from "#language/context.ts";
import { useTold } from "#parts/CardState.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Panel } from "#parts/Panel.tsx";
import { ProofIfAsked } from "#parts/proof/ProofIfAsked.tsx";
import { read } from "#queries.ts";
import styles from "./Pass.module.css";
import { QrCode } from "./QrCode.tsx";
import { usePass } from "./use-pass.ts";

type Props = { organisation: { id: string; name: string }; doors: readonly MyDoor[] };

export function OnePass({ organisation, doors }: Props) {
  const { pass: texts, shell } = useTexts();
  const { query, isBlocked, shown, secondsLeft, showNext } = usePass(organisation.id);
  const retry = () => void query.refetch();
  if (isBlocked) {
    return (
      <EmptyNote
        icon={IconBan}
        title={texts.blocked}
        action={
          <Button component={Link} to="/profile" variant="default">
            {texts.toCards}
          </Button>
        }
      >
        {texts.blockedText}
      </EmptyNote>
    );
  }
  if (!query.data && query.error)
    return (
      <>
        <ProofIfAsked error={query.error} retry={retry} />
        <ErrorNote error={query.error} retry={retry} />
      </>
    );
  // Who comes back to the page has old codes until the new ones are there.
  const isComing = !shown && query.isFetching && !query.error;
  if (!query.data || isComing) {
    return (
      <div className={styles.pass} role="status" aria-label={shell.loading}>
        <Skeleton className={styles.code} radius={16} />
      </div>
    );
  }
  return (
    <div className={styles.pass}>
      <p className={styles.organisation}>{organisation.name}</p>
      {/* Said when it changes, which is not every half minute. */}
      <VisuallyHidden role="status">{shown ? texts.ready : texts.outOfDate}</VisuallyHidden>
      {shown ? (
        <>
          <QrCode text={shown.text} label={texts.picture(organisation.name)} />
          <p className={`figures ${styles.left}`} role="timer">
            {texts.changesIn(secondsLeft)}
          </p>
          <Button variant="default" disabled={!shown.hasNext} onClick={showNext}>
            {texts.next}
          </Button>
          <p className={styles.hint}>{texts.nextHint}</p>
          <CopyCode text={shown.text} />
          <Told doors={query.data.doors} />
        </>
      ) : (
        <EmptyNote
          icon={IconClockOff}
          title={texts.outOfDate}
          action={
            <Button loading={query.isFetching} onClick={retry}>
              {texts.getNew}
            </Button>
          }
        >
          {texts.outOfDateText}
        </EmptyNote>
      )}
      {!shown && <ProofIfAsked error={query.error} retry={retry} />}
      <Opens doors={doors} />
    </div>
  );
}

/** In the demo one has no reader, but a page of the door to hold the code to. */
function CopyCode({ text }: { text: string }) {
  const { pass: texts } = useTexts();
  const { data } = useQuery({ ...read(signInOptions, {}), staleTime: Infinity });
  const clipboard = useClipboard();
  if (!data?.demo) return null;
  return (
    <Button variant="subtle" onClick={() => clipboard.copy(text)}>
      {clipboard.copied ? texts.copied : texts.copy}
    </Button>
  );
}

/** Which doors know a pass that is new. */
function Told({ doors }: { doors: { known: number; waiting: number; offline: number } }) {
  const { pass: texts } = useTexts();
  const told = useTold();
  const isNew = doors.waiting + doors.offline > 0;
  return (
    <p role="status" className={styles.hint}>
      {isNew && [texts.told, ...told(doors)].join(" ")}
    </p>
  );
}

function Opens({ doors }: { doors: readonly MyDoor[] }) {
  const { pass: texts } = useTexts();
  const open = doors.filter(({ openable }) => openable);
  return (
    <Panel title={texts.opens}>
      {open.length > 0 ? (
        <ul className={styles.doors}>
          {open.map(({ id, name, site }) => (
            <li key={id}>
              {name} <span className={styles.hint}>{site.name}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.hint}>{texts.opensNone}</p>
      )}
    </Panel>
  );
}
