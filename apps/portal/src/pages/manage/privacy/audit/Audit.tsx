import { NativeSelect } from "@mantine/core";
import { actors, auditState, auditTrail } from "@terskel/kernel/api/audit";
import { IconListCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSpeech, useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { Panel } from "#parts/Panel.tsx";
import { Tag } from "#parts/Tag.tsx";
import { type Item, read, useList } from "#queries.ts";
import { useOrganisation } from "#pages/manage/use-organisation.ts";
import { DeskSections } from "../DeskSections.tsx";
import { fold } from "./fold.ts";
import { begin, sayEntry } from "./say.ts";

type Row = Item<typeof auditTrail>;

/** Who did what, newest first, and whether the trail is proved. */
export function Audit() {
  const { audit } = useTexts();
  const formats = useFormats();
  const { id: organisation } = useOrganisation();
  const [by, setBy] = useState<Row["by"]>();
  const query = useList(auditTrail, { params: { organisation }, query: by ? { by } : {} });
  return (
    <Page title={audit.title} lead={audit.lead} back={<DeskSections />}>
      <State organisation={organisation} />
      <NativeSelect
        label={audit.by}
        value={by ?? ""}
        data={[
          { value: "", label: audit.all },
          ...actors.map((value) => ({ value, label: begin(audit.somebody[value]) })),
        ]}
        onChange={({ currentTarget: { value } }) => setBy(actors.find((each) => each === value))}
        style={{ alignSelf: "flex-start" }}
      />
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconListCheck} title={audit.none}>
            {audit.noneText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={audit.title}
            rows={fold(items)}
            rowKey={({ id }) => id}
            columns={[
              { key: "what", label: audit.what, cell: (row) => <Entry row={row} /> },
              {
                key: "when",
                label: audit.when,
                short: true,
                cell: ({ at }) => formats.dateTimeSeconds(at),
              },
            ]}
          />
        )}
      </ListFrame>
    </Page>
  );
}

function Entry({ row }: { row: Row & { times: number } }) {
  const { language, texts } = useSpeech();
  const { audit } = texts;
  return (
    <span>
      {sayEntry(audit, { ...row, purpose: row.purpose[language] })}{" "}
      {row.times > 1 && <Tag>{audit.times(row.times)}</Tag>}{" "}
      {row.outcome !== "done" && <Tag tone="warn">{audit.refused}</Tag>}
    </span>
  );
}

/** How the last verification of the chain ended. */
function State({ organisation }: { organisation: string }) {
  const { audit } = useTexts();
  const formats = useFormats();
  const { data, error, refetch } = useQuery(read(auditState, { params: { organisation } }));
  if (error) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!data) return null;
  const { checked } = data;
  if (!checked) return <Panel title={audit.unchecked}>{audit.uncheckedText}</Panel>;
  const when = formats.dateTime(checked.at);
  return checked.broken === undefined ? (
    <Panel title={audit.whole}>{audit.wholeText(when, formats.number(checked.entries))}</Panel>
  ) : (
    <Panel title={audit.broken}>{audit.brokenText(when, formats.number(checked.broken))}</Panel>
  );
}
