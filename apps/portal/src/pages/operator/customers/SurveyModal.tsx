import { Fieldset, NativeSelect, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { addSurvey, surveys } from "@terskel/customers/api/surveys";
import { languages } from "@terskel/platform/i18n";
import { useNavigate } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { languageNames } from "#language/names.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";
import { LetterFields } from "./LetterFields.tsx";
import { fromFields, toFields } from "./written.ts";

const noQuestion = { text: "", choices: "" };
const linesOf = (text: string) => text.split("\n").flatMap((line) => line.trim() || []);

/** Another survey: its letter, and the question in each language that the letter is written in. */
export function SurveyModal({ onClose }: { onClose: () => void }) {
  const { surveys: texts } = useTexts().customers;
  const tell = useTell();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: {
      kind: "satisfaction",
      texts: toFields(undefined),
      question: { nb: noQuestion, sv: noQuestion, en: noQuestion },
    },
  });
  const add = useSend(addSurvey, { refresh: [surveys] });
  const isMarket = form.values.kind === "market";

  function submit(values: typeof form.values) {
    const question = Object.fromEntries(
      languages.flatMap((each) => {
        const { text, choices } = values.question[each];
        const lines = isMarket ? linesOf(choices) : [];
        return text.trim() ? [[each, { text, choices: lines }]] : [];
      }),
    );
    const kind = isMarket ? ("market" as const) : ("satisfaction" as const);
    const body = { kind, texts: fromFields(values.texts), questions: [question] };
    add.mutate(
      { body },
      {
        onSuccess: ({ id }) => {
          tell.done(texts.added);
          onClose();
          void navigate({ to: `/operator/surveys/${id}` });
        },
      },
    );
  }

  return (
    <FormModal
      title={texts.add}
      submit={texts.add}
      form={form}
      busy={add.isPending}
      error={add.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <NativeSelect
        label={texts.kind}
        data={(["satisfaction", "market"] as const).map((value) => ({
          value,
          label: texts.kinds[value],
        }))}
        {...form.getInputProps("kind")}
      />
      <Fieldset legend={texts.question}>
        <Text size="sm">{isMarket ? texts.choicesHint : texts.questionHint}</Text>
        {languages.map((each) => (
          <div key={each}>
            <TextInput
              label={`${texts.question} · ${languageNames[each]}`}
              lang={each}
              maxLength={300}
              {...form.getInputProps(`question.${each}.text`)}
            />
            {isMarket && (
              <Textarea
                label={`${texts.choices} · ${languageNames[each]}`}
                lang={each}
                autosize
                minRows={3}
                maxLength={900}
                {...form.getInputProps(`question.${each}.choices`)}
              />
            )}
          </div>
        ))}
      </Fieldset>
      <LetterFields form={form} />
    </FormModal>
  );
}
