import { Checkbox, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { addBreach, breaches } from "@terskel/kernel/api/accountability";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { InstantPicker } from "#parts/pickers/InstantPicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

type Props = { organisation: string; onClose: () => void };
type Values = { title: string; what: string; affected: number | ""; highRisk: boolean };

/** A new breach: what happened and when it became known. */
export function BreachModal({ organisation, onClose }: Props) {
  const { accountability: words } = useTexts();
  const tell = useTell();
  const [awareAt, setAwareAt] = useState(() => new Date().toISOString());
  const form = useForm<Values>({
    initialValues: { title: "", what: "", affected: "", highRisk: false },
  });
  const send = useSend(addBreach, { refresh: [breaches] });
  function submit({ title, what, affected, highRisk }: Values) {
    if (!awareAt) return;
    const count = affected === "" ? {} : { affected };
    send.mutate(
      { params: { organisation }, body: { title, what, awareAt, highRisk, ...count } },
      {
        onSuccess: () => {
          tell.done(words.saved);
          onClose();
        },
      },
    );
  }
  return (
    <FormModal
      title={words.addBreachTitle}
      submit={words.save}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        label={words.name}
        maxLength={200}
        required
        data-autofocus
        {...form.getInputProps("title")}
      />
      <Textarea
        label={words.what}
        description={words.noNames}
        autosize
        minRows={3}
        maxLength={2000}
        required
        {...form.getInputProps("what")}
      />
      <InstantPicker
        label={words.awareAt}
        description={words.awareHint}
        value={awareAt}
        onChange={setAwareAt}
        timeZone={undefined}
        error={awareAt ? undefined : words.timeMissing}
      />
      <NumberInput label={words.affected} min={0} {...form.getInputProps("affected")} />
      <Checkbox label={words.highRisk} {...form.getInputProps("highRisk", { type: "checkbox" })} />
    </FormModal>
  );
}
