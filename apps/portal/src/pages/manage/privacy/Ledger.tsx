import { NativeSelect } from "@mantine/core";
import { ledger, withheld } from "@terskel/kernel/api/holds";
import { IconEraser } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSpeech } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { Panel } from "#parts/Panel.tsx";
import { type Item, read, useList } from "#queries.ts";
import { DeskSections } from "./DeskSections.tsx";
import { useOrganisation } from "../use-organisation.ts";

type Cause = Item<typeof ledger>["cause"];
const causes: readonly Cause[] = ["retention", "erasure", "agreement-ended", "restore"];

/** What went, counted, with the rule that it went by. */
export function Ledger() {
  const { language, texts } = useSpeech();
  const { deletion } = texts;
  const formats = useFormats();
  const { id: organisation } = useOrganisation();
  const [cause, setCause] = useState<Cause>();
  const query = useList(ledger, { params: { organisation }, query: cause ? { cause } : {} });
  return (
    <Page title={deletion.ledger} lead={deletion.ledgerLead} back={<DeskSections />}>
      <Withheld organisation={organisation} />
      <NativeSelect
        label={deletion.cause}
        value={cause ?? ""}
        data={[
          { value: "", label: deletion.allCauses },
          ...causes.map((value) => ({ value, label: deletion.causes[value] })),
        ]}
        onChange={({ currentTarget: { value } }) => setCause(causes.find((each) => each === value))}
        style={{ alignSelf: "flex-start" }}
      />
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconEraser} title={deletion.noLedger}>
            {deletion.noLedgerText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={deletion.ledger}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "what",
                label: deletion.what,
                cell: ({ title, table }) => title?.[language] ?? table,
              },
              { key: "rows", label: deletion.rows, cell: ({ rows }) => formats.number(rows) },
              { key: "when", label: deletion.when, cell: ({ at }) => formats.dateTime(at) },
              { key: "cause", label: deletion.cause, cell: (row) => deletion.causes[row.cause] },
              { key: "why", label: deletion.why, cell: ({ why }) => why[language] },
            ]}
          />
        )}
      </ListFrame>
    </Page>
  );
}

/** What is past its time and has not gone, because somebody it is about is under restriction. */
function Withheld({ organisation }: { organisation: string }) {
  const { language, texts } = useSpeech();
  const { deletion } = texts;
  const formats = useFormats();
  const query = useQuery(read(withheld, { params: { organisation } }));
  const rows = query.data?.tables ?? [];
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  if (rows.length === 0) return null;
  return (
    <Panel title={deletion.withheld} lead={deletion.withheldLead}>
      <DataTable
        label={deletion.withheld}
        rows={rows}
        rowKey={({ table }) => table}
        columns={[
          {
            key: "what",
            label: deletion.what,
            cell: ({ title, table }) => title?.[language] ?? table,
          },
          { key: "rows", label: deletion.rows, cell: ({ rows: count }) => formats.number(count) },
          {
            key: "since",
            label: deletion.withheldSince,
            cell: ({ since }) => formats.dateOf(since),
          },
          { key: "why", label: deletion.why, cell: ({ why }) => why[language] },
        ]}
      />
    </Panel>
  );
}
