import { Button, Title } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import styles from "./Log.module.css";
import { useOwnPassages } from "./own-passages.ts";
import { PassageRow } from "./PassageRow.tsx";

/** One's own passages, newest first, by day. */
export function Log() {
  const { log } = useTexts().doors;
  const formats = useFormats();
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
          [...Map.groupBy(items, ({ at }) => formats.dayKey(at))].map(([day, passages]) => (
            <section key={day} aria-label={formats.day(passages[0]?.at ?? day, Date.now())}>
              <Title order={2} className={styles.day}>
                {formats.day(passages[0]?.at ?? day, Date.now())}
              </Title>
              <ul className={styles.passages}>
                {passages.map((passage) => (
                  <PassageRow key={passage.id} passage={passage} />
                ))}
              </ul>
            </section>
          ))
        }
      </ListFrame>
    </Page>
  );
}
