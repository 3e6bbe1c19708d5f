import { Button } from "@mantine/core";
import { suppliers } from "@terskel/kernel/api/suppliers";
import { IconTruck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { useRegions } from "#language/use-regions.ts";
import { ListPage } from "#parts/ListPage.tsx";
import { Tag } from "#parts/Tag.tsx";
import { useList } from "#queries.ts";
import { AgreementState } from "./AgreementState.tsx";
import { Sending } from "./Sending.tsx";
import { SupplierModal } from "./SupplierModal.tsx";

/** The register: who gets data from the installation. */
export function Suppliers() {
  const { suppliers: words } = useTexts();
  const regionOf = useRegions();
  const [adding, setAdding] = useState(false);
  const query = useList(suppliers, {});
  return (
    <ListPage
      texts={words}
      icon={IconTruck}
      query={query}
      onAdd={() => setAdding(true)}
      before={<Sending />}
      columns={[
        { key: "name", label: words.name, cell: ({ name }) => name },
        {
          key: "recipient",
          label: words.recipient,
          cell: ({ recipient }) => words.recipients[recipient],
        },
        { key: "country", label: words.country, cell: ({ country }) => regionOf(country) },
        {
          key: "agreement",
          label: words.agreement,
          cell: (supplier) => <AgreementState {...supplier} />,
        },
        {
          key: "answers",
          label: words.answer,
          cell: ({ objections, unanswered }) => (
            <span>
              {objections > 0 && <Tag tone="bad">{words.objections(objections)}</Tag>}{" "}
              {unanswered > 0 && <Tag tone="warn">{words.unanswered(unanswered)}</Tag>}
              {objections + unanswered === 0 && "–"}
            </span>
          ),
        },
      ]}
      actionsLabel={words.see}
      actions={({ id, name }) => (
        <Button
          component={Link}
          to={`/operator/suppliers/${id}`}
          variant="default"
          size="sm"
          aria-label={words.seeOf(name)}
        >
          {words.see}
        </Button>
      )}
    >
      {adding && <SupplierModal onClose={() => setAdding(false)} />}
    </ListPage>
  );
}
