import { Alert, Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useAcknowledge, useWaitingAlarms, type WaitingAlarms } from "#alarms.ts";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { useTell } from "#parts/use-tell.tsx";
import styles from "../orders/Orders.module.css";

const shown = 5;

type Props = {
  organisation: string;
  /** At this door only. */
  door?: string;
};

/** The alarms that wait for somebody, to be acknowledged with one tap; nothing when none does. */
export function AlarmBanners({ organisation, door }: Props) {
  const { alarms: texts } = useTexts();
  const waiting = useWaitingAlarms(organisation, door);
  const more = waiting.length - shown;
  return (
    // There before what it tells of, or a screen reader would not say it.
    <div role="status" className={styles.banners}>
      {waiting.slice(0, shown).map((each) => (
        <Banner
          key={`${each.latest.door.id} ${each.latest.kind}`}
          organisation={organisation}
          waiting={each}
        />
      ))}
      {more > 0 && <p>{texts.more(more)}</p>}
    </div>
  );
}

function Banner({ organisation, waiting }: { organisation: string; waiting: WaitingAlarms }) {
  const { alarms: texts } = useTexts();
  const { latest, alarms } = waiting;
  const { door, site, kind, began, ended } = latest;
  const formats = useFormats(door.timeZone);
  const acknowledge = useAcknowledge(organisation);
  const tell = useTell();
  const nowMs = Date.now();
  const said =
    kind === "duress"
      ? texts.duressNow
      : kind === "pin-guessed"
        ? texts.keypadClosed
        : ended
          ? texts.closedAt(formats.hour(ended, nowMs))
          : texts.standsOpen;
  return (
    <Alert icon={<IconAlertTriangle aria-hidden />} className="note" data-tone="bad">
      <div className={styles.banner}>
        <div className={styles.words}>
          <strong>
            <Link
              to="/manage/$organisation/doors/$door"
              params={{ organisation, door: door.id }}
              className={styles.plain}
            >
              {texts.at(texts.states[kind], door.name, alarms.length)}
            </Link>
          </strong>
          <p>
            {site.name}, {formats.hour(began, nowMs)}. {said}
          </p>
        </div>
        <Button
          variant="default"
          loading={acknowledge.isPending}
          aria-label={texts.acknowledgeAt(door.name)}
          onClick={() =>
            acknowledge.mutate(alarms, {
              onSuccess: () => tell.done(texts.acknowledged),
              onError: tell.failed,
            })
          }
        >
          {texts.acknowledge}
        </Button>
      </div>
    </Alert>
  );
}
