import { Button } from "@mantine/core";
import { endedAgreements } from "@terskel/kernel/api/agreements";
import { IconEraser } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { useList } from "#queries.ts";

/** The agreements that have ended, each with its deletion report. */
export function Ended() {
  const { agreement: words, operator } = useTexts();
  const formats = useFormats();
  const query = useList(endedAgreements, {});
  return (
    <Page title={words.ended} lead={words.endedLead}>
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconEraser} title={words.noEnded}>
            {words.noEndedText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={words.ended}
            rows={items}
            rowKey={({ organisation }) => organisation.id}
            columns={[
              {
                key: "name",
                label: operator.organisations.name,
                cell: ({ organisation }) => organisation.name,
              },
              {
                key: "ended",
                label: words.endedOn,
                cell: ({ endedAt }) => formats.dateOf(endedAt),
              },
              {
                key: "gone",
                label: words.goneOn,
                cell: ({ goneAt }) => (goneAt ? formats.dateTime(goneAt) : words.notGone),
              },
            ]}
            actionsLabel={words.report}
            actions={({ organisation }) => (
              <Button
                component={Link}
                to={`/operator/ended-agreements/${organisation.id}`}
                variant="default"
                size="sm"
                aria-label={words.reportOf(organisation.name)}
              >
                {words.report}
              </Button>
            )}
          />
        )}
      </ListFrame>
    </Page>
  );
}
