import { Button } from "@mantine/core";
import { advice } from "@terskel/kernel/api/advice";
import { IconEyeCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { Tag } from "#parts/Tag.tsx";
import { useList } from "#queries.ts";

/** What organisations let the reader see as an adviser, and how long. */
export function Advice() {
  const { advisers: words } = useTexts();
  const formats = useFormats();
  const query = useList(advice, {});
  return (
    <Page title={words.own} lead={words.ownLead}>
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconEyeCheck} title={words.ownNone}>
            {words.ownNoneText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={words.own}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "organisation",
                label: words.organisation,
                cell: ({ organisation }) => organisation,
              },
              { key: "need", label: words.need, cell: ({ need }) => need },
              {
                key: "when",
                label: words.when,
                cell: ({ firstDay, lastDay }) =>
                  words.period(formats.date(firstDay), formats.date(lastDay)),
              },
              {
                key: "state",
                label: words.state,
                cell: ({ state }) => (
                  <Tag tone={state === "in-force" ? "good" : "plain"}>{words.states[state]}</Tag>
                ),
              },
            ]}
            actionsLabel={words.see}
            actions={({ id, organisation, state }) =>
              state !== "over" && (
                <Button
                  component={Link}
                  to={`/advice/${id}`}
                  variant="default"
                  size="sm"
                  aria-label={words.seeOf(organisation)}
                >
                  {words.see}
                </Button>
              )
            }
          />
        )}
      </ListFrame>
    </Page>
  );
}
