import { List } from "@mantine/core";
import { oneSurvey, removeSurvey, sendSurvey, surveys } from "@terskel/customers/api/surveys";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useSpeech } from "#language/context.ts";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Panel } from "#parts/Panel.tsx";
import { read, useSend } from "#queries.ts";
import { DraftActions } from "./DraftActions.tsx";
import { Outcome } from "./Outcome.tsx";
import { Previews } from "./Previews.tsx";
import { Recipients } from "./Recipients.tsx";
import { Results } from "./Results.tsx";
import { subjectIn } from "./written.ts";

/** One survey: what it asks, who gets it, and what was answered. */
export function OneSurvey() {
  const { language, texts: all } = useSpeech();
  const { surveys: texts } = all.customers;
  const { survey = "" } = useParams({ strict: false });
  const params = { survey };
  const query = useQuery({
    ...read(oneSurvey, { params }),
    refetchInterval: ({ state }) => (state.data?.state === "sending" ? 2_000 : false),
  });
  const send = useSend(sendSurvey, { refresh: [surveys, oneSurvey] });
  const remove = useSend(removeSurvey, { refresh: [surveys] });
  const back = <Link to="/operator/surveys">{texts.back}</Link>;
  if (!query.data) {
    const { error, refetch } = query;
    return <PageWait title={texts.title} back={back} error={error} retry={() => void refetch()} />;
  }
  const { data } = query;
  const questions = data.questions.flatMap(
    (each) => each[language] ?? each.nb ?? each.sv ?? each.en ?? [],
  );
  return (
    <Page
      title={subjectIn(data.texts, language)}
      back={back}
      actions={
        data.state === "draft" ? (
          <DraftActions
            draft={data}
            removeTitle={texts.removeTitle}
            busy={send.isPending}
            all="/operator/surveys"
            onSend={(recipients, then) => send.mutate({ params, body: { recipients } }, then)}
            onRemove={(then) => remove.mutate({ params }, then)}
          />
        ) : undefined
      }
    >
      <Outcome mailing={data} />
      <Panel title={texts.questions}>
        {questions.map(({ text, choices }) => (
          <div key={text}>
            <p>{text}</p>
            <List>
              {choices.map((choice) => (
                <List.Item key={choice}>{choice}</List.Item>
              ))}
            </List>
          </div>
        ))}
      </Panel>
      {data.state === "draft" ? (
        <Recipients {...data} />
      ) : (
        <Results survey={survey} questions={questions} />
      )}
      <Previews previews={data.previews} />
    </Page>
  );
}
