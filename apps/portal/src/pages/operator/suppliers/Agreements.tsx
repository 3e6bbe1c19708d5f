import { Button, Group } from "@mantine/core";
import type { Received } from "@terskel/platform/contract";
import { oneSupplier, supplierDocument, suppliers } from "@terskel/kernel/api/suppliers";
import { useState } from "react";
import { callFile } from "#api.ts";
import { sending } from "@terskel/kernel/api/sending";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { useSaveFile } from "#pages/privacy/use-save-file.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { Tag } from "#parts/Tag.tsx";
import { EndModal } from "./EndModal.tsx";

type Agreement = Received<typeof oneSupplier>["agreements"][number];
type Props = { supplier: string; agreements: readonly Agreement[] };

const tones = { "in-force": "good", begins: "warn", ended: "plain", none: "plain" } as const;

/** A supplier's agreements, the newest first. */
export function Agreements({ supplier, agreements }: Props) {
  const { suppliers: words } = useTexts();
  const formats = useFormats();
  const [ending, setEnding] = useState<Agreement>();
  const fetching = useSaveFile(
    supplierDocument,
    async (agreement: string) =>
      await callFile(supplierDocument, { params: { supplier, agreement } }),
    words.fetched,
  );
  return (
    <>
      <DataTable
        label={words.agreements}
        rows={agreements}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "firstDay",
            label: words.firstDay,
            cell: ({ firstDay }) => formats.date(firstDay),
          },
          {
            key: "lastDay",
            label: words.lastDay,
            cell: ({ lastDay }) => (lastDay ? formats.date(lastDay) : words.runs),
          },
          {
            key: "state",
            label: words.agreement,
            cell: ({ state }) => <Tag tone={tones[state]}>{words.states[state]}</Tag>,
          },
          {
            key: "document",
            label: words.document,
            cell: ({ document }) =>
              document ? <span translate="no">{document}</span> : words.noDocument,
          },
        ]}
        actionsLabel={words.document}
        actions={(agreement) => (
          <Group gap="xs" justify="flex-end">
            {agreement.document && (
              <Button
                variant="default"
                size="sm"
                loading={fetching.isPending && fetching.variables === agreement.id}
                onClick={() => fetching.mutate(agreement.id)}
              >
                {words.fetchDocument("PDF")}
              </Button>
            )}
            {agreement.state !== "ended" && (
              <Button variant="default" size="sm" onClick={() => setEnding(agreement)}>
                {words.end}
              </Button>
            )}
          </Group>
        )}
      />
      {ending && (
        <EndModal
          supplier={supplier}
          agreement={ending}
          refresh={[oneSupplier, suppliers, sending]}
          onClose={() => setEnding(undefined)}
        />
      )}
    </>
  );
}
