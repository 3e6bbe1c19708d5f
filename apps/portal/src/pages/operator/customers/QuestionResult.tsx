import type { Answer } from "@terskel/platform/contract";
import type { surveyResults } from "@terskel/customers/api/surveys";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { Facts } from "#parts/Facts.tsx";
import { Panel } from "#parts/Panel.tsx";

type Found = Answer<typeof surveyResults>;
type Props = {
  text: string;
  choices: readonly string[];
  cells: readonly Found["cells"][number][];
  totals: readonly Found["totals"][number][];
};

/** One question's answers: all together, then by kind of company and month, the newest first. */
export function QuestionResult({ text, choices, cells, totals }: Props) {
  const { surveys: texts, contacts } = useTexts().customers;
  const formats = useFormats("UTC");
  type Counted = { choice?: number | undefined; mean?: number | undefined };
  const answerOf = ({ choice, mean }: Counted) =>
    choice === undefined ? formats.number(mean ?? 0) : (choices[choice] ?? "");
  const answer = choices.length > 0 ? texts.answer : texts.mean;
  return (
    <Panel title={text}>
      <Facts
        facts={totals.map((total) => [
          choices.length > 0 ? answerOf(total) : `${answer}: ${answerOf(total)}`,
          texts.answered(formats.number(total.answers)),
        ])}
      />
      <DataTable
        label={text}
        rows={cells.toSorted((a, b) => (a.month < b.month ? 1 : -1))}
        rowKey={({ choice = -1, customerKind, month }) => [choice, customerKind, month].join(" ")}
        columns={[
          { key: "kind", label: contacts.kind, cell: (cell) => contacts.kinds[cell.customerKind] },
          {
            key: "month",
            label: texts.month,
            short: true,
            cell: (cell) => formats.month(cell.month),
          },
          { key: "answer", label: answer, cell: answerOf },
          {
            key: "answers",
            label: texts.answers,
            short: true,
            cell: ({ answers }) => formats.number(answers),
          },
        ]}
      />
    </Panel>
  );
}
