import { Anchor, Button, Radio, Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { answerSurvey, readSurvey } from "@terskel/customers/api/answers";
import { unsubscribe } from "@terskel/customers/api/unsubscribe";
import { IconMoodCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { Received } from "@terskel/platform/contract";
import { useSpeech } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { FormProblem } from "#parts/FormProblem.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Panel } from "#parts/Panel.tsx";
import { noticeAddress } from "#parts/shell/NoticeLinks.tsx";
import { isProblem } from "#problem.ts";
import { Unsubscribe } from "#pages/unsubscribe/Unsubscribe.tsx";
import { read, useSend } from "#queries.ts";

const ratings = ["1", "2", "3", "4", "5"];

/** Where the link in a survey leads: the questions, once, and one press that ends all of it. */
export function Survey() {
  const { language, texts: all } = useSpeech();
  const { survey: texts, unsubscribe: words } = all.customers;
  const { token = "" } = useParams({ strict: false });
  const query = useQuery({ ...read(readSurvey, { body: { token } }), staleTime: Infinity });
  const answer = useSend(answerSurvey);
  const stop = useSend(unsubscribe);
  // Whoever has said no meanwhile reads that; any other link that is none, too.
  if (stop.isSuccess || (isProblem(query.error) && query.error.status === 404))
    return <Unsubscribe />;
  if (!query.data)
    return <PageWait title={texts.title} error={query.error} retry={() => void query.refetch()} />;
  const { operator, answered } = query.data;
  const notice = <Anchor href={noticeAddress(language)}>{words.notice}</Anchor>;
  const isDone = answered || answer.isSuccess;
  return (
    <Page
      title={isDone ? texts.done : texts.title}
      {...(isDone ? {} : { lead: texts.lead(operator) })}
    >
      <Panel>
        {isDone ? (
          <EmptyNote icon={IconMoodCheck}>{texts.doneText}</EmptyNote>
        ) : (
          <Questions
            asked={query.data}
            error={answer.error}
            busy={answer.isPending}
            onAnswer={(given) => answer.mutate({ body: { token, ...given } })}
          />
        )}
      </Panel>
      <Panel>
        <Stack>
          {stop.error && <ErrorNote error={stop.error} />}
          <Text>{texts.stopHint}</Text>
          <div>
            <Button
              variant="default"
              loading={stop.isPending}
              onClick={() => stop.mutate({ body: { token } })}
            >
              {words.press}
            </Button>
          </div>
          <p>{notice}</p>
        </Stack>
      </Panel>
    </Page>
  );
}

type Given = { answers: number[]; comment?: string };
type Props = {
  asked: Received<typeof readSurvey>;
  error: unknown;
  busy: boolean;
  onAnswer: (given: Given) => void;
};

function Questions({ asked, error, busy, onAnswer }: Props) {
  const { texts: all } = useSpeech();
  const { survey: texts } = all.customers;
  const form = useForm({
    initialValues: { answers: asked.questions.map(() => ""), comment: "" },
    validate: {
      answers: (values) => (values.every(Boolean) ? null : all.problems.fields.required),
    },
  });
  const isRating = asked.kind === "satisfaction";
  return (
    <form
      onSubmit={form.onSubmit(({ answers, comment }) =>
        onAnswer({ answers: answers.map(Number), ...(comment.trim() ? { comment } : {}) }),
      )}
      noValidate
    >
      <Stack>
        {asked.questions.map(({ text, choices }, at) => (
          <Radio.Group
            key={text}
            label={text}
            description={isRating ? texts.scale : undefined}
            error={form.values.answers[at] ? undefined : form.errors["answers"]}
            value={form.values.answers[at] ?? ""}
            onChange={(value) => form.setFieldValue(`answers.${at}`, value)}
          >
            <Stack mt="xs" gap="xs">
              {(isRating ? ratings : choices).map((label, choice) => (
                <Radio key={label} value={isRating ? label : String(choice)} label={label} />
              ))}
            </Stack>
          </Radio.Group>
        ))}
        {isRating && (
          <Textarea
            label={texts.comment}
            description={texts.commentHint}
            autosize
            minRows={3}
            maxLength={1000}
            {...form.getInputProps("comment")}
          />
        )}
        <FormProblem error={error} form={form} />
        <Button type="submit" size="lg" loading={busy}>
          {texts.send}
        </Button>
      </Stack>
    </form>
  );
}
