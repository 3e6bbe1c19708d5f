import { Button } from "@mantine/core";
import { assessments } from "@terskel/kernel/api/accountability";
import { IconClipboardCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Panel } from "#parts/Panel.tsx";
import { Tag } from "#parts/Tag.tsx";
import { useList } from "#queries.ts";
import { AssessmentModal } from "./AssessmentModal.tsx";

/** Assessments, audits and procedures on record, and when each is due again. */
export function Assessments({ organisation }: { organisation: string }) {
  const { accountability: words } = useTexts();
  const formats = useFormats();
  const [adding, setAdding] = useState(false);
  const query = useList(assessments, { params: { organisation } });
  return (
    <Panel
      title={words.assessments}
      lead={words.assessmentsLead}
      actions={
        <Button variant="default" onClick={() => setAdding(true)}>
          {words.addAssessment}
        </Button>
      }
    >
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconClipboardCheck} title={words.noAssessments}>
            {words.noAssessmentsText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={words.assessments}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              { key: "title", label: words.name, cell: ({ title }) => title },
              { key: "kind", label: words.kind, cell: ({ kind }) => words.kinds[kind] },
              { key: "outcome", label: words.outcome, cell: ({ outcome }) => outcome },
              {
                key: "made",
                label: words.madeOn,
                short: true,
                cell: ({ madeOn }) => formats.date(madeOn),
              },
              {
                key: "next",
                label: words.nextOn,
                short: true,
                cell: ({ nextOn, due }) =>
                  due ? (
                    <Tag tone="warn">{words.dueNow}</Tag>
                  ) : nextOn ? (
                    formats.date(nextOn)
                  ) : (
                    words.never
                  ),
              },
            ]}
          />
        )}
      </ListFrame>
      {adding && <AssessmentModal organisation={organisation} onClose={() => setAdding(false)} />}
    </Panel>
  );
}
