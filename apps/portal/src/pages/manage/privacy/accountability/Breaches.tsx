import { Button } from "@mantine/core";
import { breaches } from "@terskel/kernel/api/accountability";
import { IconShieldCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Panel } from "#parts/Panel.tsx";
import { Tag } from "#parts/Tag.tsx";
import { type Item, useList } from "#queries.ts";
import { BreachModal } from "./BreachModal.tsx";
import { ClosedModal } from "./ClosedModal.tsx";
import { HandleModal } from "./HandleModal.tsx";

export type Breach = Item<typeof breaches>;

/** Breaches on record, each with its deadline and how far it has come. */
export function Breaches({ organisation }: { organisation: string }) {
  const { accountability: words } = useTexts();
  const formats = useFormats();
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<Breach>();
  const query = useList(breaches, { params: { organisation } });
  return (
    <Panel
      title={words.breaches}
      lead={words.breachesLead}
      actions={<Button onClick={() => setAdding(true)}>{words.addBreach}</Button>}
    >
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconShieldCheck} title={words.noBreaches}>
            {words.noBreachesText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={words.breaches}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              { key: "title", label: words.name, cell: ({ title }) => title },
              { key: "due", label: words.due, cell: ({ dueAt }) => formats.dateTime(dueAt) },
              { key: "state", label: words.state, cell: (row) => <BreachState breach={row} /> },
            ]}
            actionsLabel={words.handle}
            actions={(row) => (
              <Button
                variant="default"
                size="sm"
                aria-label={row.closedAt ? words.seeOf(row.title) : words.handleOf(row.title)}
                onClick={() => setOpened(row)}
              >
                {row.closedAt ? words.see : words.handle}
              </Button>
            )}
          />
        )}
      </ListFrame>
      {adding && <BreachModal organisation={organisation} onClose={() => setAdding(false)} />}
      {opened?.closedAt && <ClosedModal breach={opened} onClose={() => setOpened(undefined)} />}
      {opened && !opened.closedAt && (
        <HandleModal
          organisation={organisation}
          breach={opened}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Panel>
  );
}

function BreachState({ breach }: { breach: Breach }) {
  const { accountability: words } = useTexts();
  if (breach.closedAt) return <Tag>{words.closed}</Tag>;
  if (breach.overdue) return <Tag tone="bad">{words.overdue}</Tag>;
  if (breach.authorityToldAt) return <Tag tone="good">{words.told}</Tag>;
  return <Tag tone="warn">{words.open}</Tag>;
}
