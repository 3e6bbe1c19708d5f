import { Button } from "@mantine/core";
import { cases } from "@terskel/support/api/desk";
import { IconLifebuoy, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { When } from "#parts/When.tsx";
import { StateChoice } from "#pages/support/StateChoice.tsx";
import type { ShownState } from "#pages/support/StateChoice.tsx";
import { TakenBy } from "#pages/support/TakenBy.tsx";
import { useList } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";
import { AddCaseModal } from "./AddCaseModal.tsx";

/** The organisation's support cases: what waits for an answer first, the oldest at the top. */
export function DeskCases() {
  const { support } = useTexts();
  const { id: organisation } = useOrganisation();
  const [state, setState] = useState<ShownState>("open");
  const [adding, setAdding] = useState(false);
  const query = useList(cases, { params: { organisation }, query: { state } });
  return (
    <Page
      title={support.title}
      lead={support.desk.lead}
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
          {support.desk.add}
        </Button>
      }
    >
      <StateChoice value={state} onChange={setState} />
      <ListFrame
        query={query}
        empty={
          <EmptyNote
            icon={IconLifebuoy}
            title={state === "open" ? support.desk.none : support.desk.noneOther}
          >
            {state === "open" ? support.desk.noneText : undefined}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={support.title}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              { key: "subject", label: support.case, cell: ({ subject }) => subject },
              { key: "person", label: support.person, cell: ({ person }) => person.name },
              {
                key: "since",
                label: support.since,
                cell: ({ turnedAt }) => <When at={turnedAt} />,
              },
              {
                key: "taken",
                label: support.desk.taken,
                cell: ({ taken }) => <TakenBy taken={taken} />,
              },
            ]}
            actionsLabel={support.see}
            actions={({ id, number, subject }) => (
              <Button
                component={Link}
                to={`/manage/${organisation}/support/${id}`}
                variant="default"
                size="sm"
                aria-label={support.seeOf(number, subject)}
              >
                {support.see}
              </Button>
            )}
          />
        )}
      </ListFrame>
      {adding && <AddCaseModal organisation={organisation} onClose={() => setAdding(false)} />}
    </Page>
  );
}
