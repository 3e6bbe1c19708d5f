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
import type { Given, Holder } from "./holder.ts";

type Props = {
  organisation: string;
  title: string;
  lead?: string;
  empty: string;
} & ({ readonly holder: Holder; given?: never } | { holder?: never; readonly given: Given });

/** What one person, group or unit has been given, or to whom a group of doors has; with the way to give more. */
export function GrantsPanel({ organisation, title, lead, empty, holder, given }: Props) {
  const { giving } = useTexts();
  const [adding, setAdding] = useState(false);
  const by = Object.fromEntries(
    Object.entries(holder ?? given).map(([kind, { id }]) => [kind, id]),
  );
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
          <GrantTable
            organisation={organisation}
            label={title}
            grants={items}
            without={holder ? "holder" : "opened"}
          />
        )}
      </ListFrame>
      {adding && (
        <GrantModal
          organisation={organisation}
          holder={holder}
          given={given}
          onClose={() => setAdding(false)}
        />
      )}
    </Panel>
  );
}
