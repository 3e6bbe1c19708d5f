import { Button } from "@mantine/core";
import { allCases } from "@terskel/support/api/operator";
import { IconLifebuoy } from "@tabler/icons-react";
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

/** The cases of all organisations, for the operator's staff; whose they are and what they say comes with opening one. */
export function AllCases() {
  const { support } = useTexts();
  const [state, setState] = useState<ShownState>("open");
  const query = useList(allCases, { query: { state } });
  return (
    <Page title={support.title} lead={support.behalf.lead}>
      <StateChoice value={state} onChange={setState} />
      <ListFrame
        query={query}
        empty={
          <EmptyNote
            icon={IconLifebuoy}
            title={state === "open" ? support.desk.none : support.desk.noneOther}
          />
        }
      >
        {(items) => (
          <DataTable
            label={support.title}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "organisation",
                label: support.organisation,
                cell: ({ organisation }) => organisation.name,
              },
              { key: "case", label: support.case, cell: ({ number }) => support.number(number) },
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
            actions={({ id, number, organisation }) => (
              <Button
                component={Link}
                to={`/operator/support/${organisation.id}/${id}`}
                variant="default"
                size="sm"
                aria-label={support.seeOf(number, organisation.name)}
              >
                {support.see}
              </Button>
            )}
          />
        )}
      </ListFrame>
    </Page>
  );
}
