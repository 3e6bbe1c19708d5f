import { Button } from "@mantine/core";
import { grants } from "@terskel/access/api/grants";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useList } from "#queries.ts";
import { GrantModal } from "./GrantModal.tsx";
import { GrantTable } from "./GrantTable.tsx";
import type { Holder } from "./holder.ts";

type Props = { organisation: string; title: string; lead?: string; empty: string; holder: Holder };

/** What one person or group has been given, with the way to give more. */
export function GrantsPanel({ organisation, title, lead, empty, holder }: Props) {
  const { giving } = useTexts();
  const [adding, setAdding] = useState(false);
  const by = "person" in holder ? { person: holder.person.id } : { group: holder.group.id };
  const query = useList(grants, { params: { organisation }, query: by });
  return (
    <Panel
      title={title}
      lead={lead}
      actions={
        <Button
          variant="light"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {giving.add}
        </Button>
      }
    >
      <ListFrame query={query} empty={<EmptyNote icon={IconKey}>{empty}</EmptyNote>}>
        {(items) => (
          <GrantTable organisation={organisation} label={title} grants={items} withHolder={false} />
        )}
      </ListFrame>
      {adding && (
        <GrantModal organisation={organisation} holder={holder} onClose={() => setAdding(false)} />
      )}
    </Panel>
  );
}
