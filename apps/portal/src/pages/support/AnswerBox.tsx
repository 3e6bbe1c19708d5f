import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { longestMessage } from "@terskel/support/api/words";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { newId } from "#new-id.ts";
import { FormProblem } from "#parts/FormProblem.tsx";

type Props = {
  label: string;
  submit: string;
  busy: boolean;
  error: unknown;
  onSend: (message: { id: string; body: string }, done: () => void) => void;
};

/** Where one writes in a case. What failed keeps its id, so that sent again it is written once. */
export function AnswerBox({ label, submit, busy, error, onSend }: Props) {
  const { support, problems } = useTexts();
  const [id, setId] = useState(newId);
  const form = useForm({
    initialValues: { body: "" },
    validate: { body: (text) => (text.trim() ? null : problems.fields.required) },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ body }) =>
        onSend({ id, body }, () => {
          form.reset();
          setId(newId());
        }),
      )}
    >
      <Stack gap="sm">
        <Textarea
          label={label}
          description={support.bodyHint}
          autosize
          minRows={4}
          maxRows={16}
          maxLength={longestMessage}
          {...form.getInputProps("body")}
        />
        <FormProblem error={error} form={form} />
        <Group>
          <Button type="submit" loading={busy}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
