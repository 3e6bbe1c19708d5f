import { Button, Title } from "@mantine/core";
import { outbox } from "@terskel/identity/api/demo";
import { IconMailOff, IconRefresh } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { useList } from "#queries.ts";
import styles from "./Demo.module.css";
import { Message } from "./Message.tsx";

export function Outbox() {
  const { demo } = useTexts();
  const query = useList(outbox, {});
  return (
    <section aria-labelledby="outbox">
      <div className={styles.head}>
        <div>
          <Title order={2} id="outbox" className={styles.heading}>
            {demo.outbox}
          </Title>
          <p className={styles.about}>{demo.outboxLead}</p>
        </div>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconRefresh size={18} aria-hidden />}
          loading={query.isRefetching}
          onClick={() => void query.refetch()}
        >
          {demo.refresh}
        </Button>
      </div>
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconMailOff} title={demo.empty}>
            {demo.emptyText}
          </EmptyNote>
        }
      >
        {(messages) => messages.map((message) => <Message key={message.id} message={message} />)}
      </ListFrame>
    </section>
  );
}
