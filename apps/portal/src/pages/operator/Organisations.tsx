import { Button } from "@mantine/core";
import { organisations } from "@terskel/identity/api/operator";
import { IconBuildingCommunity, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { useList } from "#queries.ts";
import { OrganisationModal } from "./OrganisationModal.tsx";

export function Organisations() {
  const { agreement, operator } = useTexts();
  const { organisations: texts } = operator;
  const [adding, setAdding] = useState(false);
  const query = useList(organisations, {});
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {texts.add}
    </Button>
  );
  return (
    <Page title={texts.title} lead={texts.lead} actions={query.items?.length ? add : undefined}>
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconBuildingCommunity} title={texts.empty} action={add}>
            {texts.emptyText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={texts.title}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              { key: "name", label: texts.name, cell: ({ name }) => name },
              { key: "number", label: texts.number, cell: ({ number }) => number },
              {
                key: "country",
                label: texts.country,
                cell: ({ country }) => texts.countries[country],
              },
              { key: "kind", label: texts.kind, cell: ({ kind }) => texts.kinds[kind] },
            ]}
            actionsLabel={agreement.see}
            actions={({ id, name, kind }) =>
              kind !== "operator" && (
                <Button
                  component={Link}
                  to={`/operator/organisations/${id}`}
                  variant="default"
                  size="sm"
                  aria-label={agreement.seeOf(name)}
                >
                  {agreement.see}
                </Button>
              )
            }
          />
        )}
      </ListFrame>
      {adding && <OrganisationModal onClose={() => setAdding(false)} />}
    </Page>
  );
}
