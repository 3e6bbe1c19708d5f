import { Button, Group } from "@mantine/core";
import { useSpeech } from "#language/context.ts";
import { useAnswer, useChoices } from "#parts/choices/use-choices.ts";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Panel } from "#parts/Panel.tsx";
import { Record } from "./Record.tsx";
import { StoredTable } from "./StoredTable.tsx";

/** What is kept on this device, what it allows, and what is on record of that. For anyone. */
export function Choices() {
  const { language, texts } = useSpeech();
  const { choices } = texts;
  const { data, error: failed, refetch } = useChoices();
  const { answer, isPending, error } = useAnswer("page");
  if (!data) return <PageWait title={choices.title} error={failed} retry={() => void refetch()} />;
  return (
    <Page title={choices.title} lead={choices.lead}>
      {data.asked.map((each) => (
        <Panel key={each.activity} title={each.purpose[language]} lead={each.wording[language]}>
          <p role="status">
            {data.signal ? choices.signal : choices.answers[each.answer ?? "none"]}
          </p>
          {error && <ErrorNote error={error} />}
          {!data.signal && (
            <Group role="group" aria-label={choices.answerTo(each.purpose[language])}>
              {([false, true] as const).map((given) => (
                <Button
                  key={String(given)}
                  variant={each.answer === (given ? "yes" : "no") ? "filled" : "default"}
                  miw={120}
                  disabled={isPending}
                  aria-pressed={each.answer === (given ? "yes" : "no")}
                  onClick={() => answer(each, given)}
                >
                  {given ? choices.yes : choices.no}
                </Button>
              ))}
            </Group>
          )}
        </Panel>
      ))}
      <Panel title={choices.stored} lead={choices.storedLead}>
        <StoredTable stored={data.stored} />
      </Panel>
      <Panel title={choices.record} lead={choices.recordLead}>
        <Record />
      </Panel>
    </Page>
  );
}
