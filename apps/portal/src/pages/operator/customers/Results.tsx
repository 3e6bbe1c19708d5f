import { Skeleton } from "@mantine/core";
import { surveyResults } from "@terskel/customers/api/surveys";
import { IconChartBar } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Panel } from "#parts/Panel.tsx";
import { read } from "#queries.ts";
import { QuestionResult } from "./QuestionResult.tsx";

type Props = { survey: string; questions: readonly { text: string; choices: readonly string[] }[] };

/** What was answered: of nobody, and of no fewer than five. */
export function Results({ survey, questions }: Props) {
  const { shell, customers } = useTexts();
  const { surveys: texts } = customers;
  const query = useQuery(read(surveyResults, { params: { survey } }));
  if (!query.data) {
    return (
      <Panel title={texts.results}>
        {query.error ? (
          <ErrorNote error={query.error} retry={() => void query.refetch()} />
        ) : (
          <Skeleton height={120} radius="md" role="status" aria-label={shell.loading} />
        )}
      </Panel>
    );
  }
  const { cells, totals, comments, fewest } = query.data;
  return (
    <>
      <Panel title={texts.results} lead={texts.resultsLead(fewest)}>
        {cells.length === 0 && <EmptyNote icon={IconChartBar}>{texts.noResults(fewest)}</EmptyNote>}
      </Panel>
      {cells.length > 0 &&
        questions.map((question, at) => (
          <QuestionResult
            key={question.text}
            {...question}
            cells={cells.filter((cell) => cell.question === at)}
            totals={totals.filter((total) => total.question === at)}
          />
        ))}
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
