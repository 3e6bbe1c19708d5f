import { Button } from "@mantine/core";
import { organisations } from "@terskel/identity/api/operator";
import { IconBuildingCommunity } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { ListPage } from "#parts/ListPage.tsx";
import { useList } from "#queries.ts";
import { OrganisationModal } from "./OrganisationModal.tsx";

export function Organisations() {
  const { agreement, operator } = useTexts();
  const { organisations: texts } = operator;
  const [adding, setAdding] = useState(false);
  const query = useList(organisations, {});
  return (
    <ListPage
      texts={texts}
      icon={IconBuildingCommunity}
      query={query}
      onAdd={() => setAdding(true)}
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
    >
      {adding && <OrganisationModal onClose={() => setAdding(false)} />}
    </ListPage>
  );
}
