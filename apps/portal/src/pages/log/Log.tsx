import { Button, Title } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { formatsOf } from "#format.ts";
import { useSpeech } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import styles from "./Log.module.css";
import { useOwnPassages, type Passage } from "./own-passages.ts";
import { PassageRow } from "./PassageRow.tsx";

/** One's own passages, newest first, by day. */
export function Log() {
  const { language, texts } = useSpeech();
  const { log } = texts.doors;
  const formats = ({ door }: Passage) => formatsOf(language, door.timeZone);
  const dayOf = ([first]: readonly Passage[]) => first && formats(first).day(first.at, Date.now());
  const query = useOwnPassages();
  return (
    <Page title={log.title} lead={log.lead}>
      <ListFrame
        query={query}
        end={<p className={styles.end}>{log.end}</p>}
        empty={
          <EmptyNote
            icon={IconHistory}
            title={log.empty}
            action={
              <Button component={Link} to="/" variant="light">
                {log.openDoors}
              </Button>
            }
          >
            {log.emptyText}
          </EmptyNote>
        }
      >
        {(items) =>
          [...Map.groupBy(items, (each) => formats(each).dayKey(each.at))].map(
            ([day, passages]) => (
              <section key={day} aria-label={dayOf(passages)}>
                <Title order={2} className={styles.day}>
                  {dayOf(passages)}
                </Title>
                <ul className={styles.passages}>
                  {passages.map((passage) => (
                    <PassageRow key={passage.id} passage={passage} />
                  ))}
                </ul>
              </section>
            ),
          )
        }
      </ListFrame>
    </Page>
  );
}
