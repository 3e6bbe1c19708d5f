import { surveyResults } from "@terskel/customers/api/surveys";
import { IconChartBar } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Panel } from "#parts/Panel.tsx";
import { read } from "#queries.ts";

type Props = { survey: string; questions: readonly { text: string; choices: readonly string[] }[] };

/** What was answered: of nobody, and of no fewer than five. */
export function Results({ survey, questions }: Props) {
  const { surveys: texts, contacts } = useTexts().customers;
  const formats = useFormats("UTC");
  const query = useQuery(read(surveyResults, { params: { survey } }));
  if (!query.data) {
    const { error, refetch } = query;
    return <PageWait title={texts.results} error={error} retry={() => void refetch()} />;
  }
  const { cells, totals, comments, fewest } = query.data;
  const answerOf = (question: number, choice: number | undefined) =>
    choice === undefined ? undefined : questions[question]?.choices[choice];
  return (
    <>
      <Panel title={texts.results} lead={texts.resultsLead(fewest)}>
        {cells.length === 0 ? (
          <EmptyNote icon={IconChartBar}>{texts.noResults(fewest)}</EmptyNote>
        ) : (
          <DataTable
            label={texts.results}
            rows={[
              ...cells.map((each) => ({
                ...each,
                kind: contacts.kinds[each.customerKind],
                month: formats.month(each.month),
              })),
              ...totals.map((each) => ({ ...each, kind: texts.allShown, month: "" })),
            ]}
            rowKey={({ question, choice = -1, kind, month }) =>
              [question, choice, kind, month].join(" ")
            }
            columns={[
              {
                key: "question",
                label: texts.question,
                cell: ({ question }) => questions[question]?.text ?? "",
              },
              {
                key: "answer",
                label: texts.answer,
                cell: ({ question, choice, mean }) =>
                  answerOf(question, choice) ??
                  (mean === undefined ? "" : `${texts.mean}: ${formats.number(mean)}`),
              },
              { key: "kind", label: contacts.kind, cell: ({ kind }) => kind },
              { key: "month", label: texts.month, cell: ({ month }) => month },
              {
                key: "answers",
                label: texts.answers,
                cell: ({ answers }) => formats.number(answers),
              },
            ]}
          />
        )}
      </Panel>
      {comments.length > 0 && (
        <Panel title={texts.comments}>
          <ul>
            {comments.map((comment, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- two may say the same, and none moves
              <li key={`${at} ${comment}`}>{comment}</li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
