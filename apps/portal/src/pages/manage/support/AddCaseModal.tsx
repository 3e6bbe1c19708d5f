import { NativeSelect, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { addCase, cases } from "@terskel/support/api/desk";
import { longestMessage } from "@terskel/support/api/words";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { newId } from "#new-id.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { PersonPicker } from "#parts/pickers/PersonPicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

const ways = ["telephone", "counter"] as const;
type Props = { organisation: string; onClose: () => void };

/** A case for a person who called or came by, with what they told. */
export function AddCaseModal({ organisation, onClose }: Props) {
  const { people, problems, support } = useTexts();
  const { desk } = support;
  const tell = useTell();
  const [ids] = useState(() => ({ id: newId(), message: newId() }));
  const [person, setPerson] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [told, setTold] = useState<(typeof ways)[number]>("telephone");
  const required = (text: string) => (text.trim() ? null : problems.fields.required);
  const form = useForm({
    initialValues: { subject: "", body: "" },
    validate: { subject: required, body: required },
  });
  const send = useSend(addCase, { refresh: [cases] });

  function submit(values: { subject: string; body: string }) {
    setMissing(!person);
    if (!person) return;
    send.mutate(
      { params: { organisation }, body: { ...ids, ...values, person, told } },
      {
        onSuccess: () => {
          tell.done(desk.added);
          onClose();
        },
      },
    );
  }

  return (
    <FormModal
      title={desk.addTitle}
      submit={desk.add}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text>{desk.addHint}</Text>
      <PersonPicker
        organisation={organisation}
        value={person}
        onChange={setPerson}
        error={missing ? people.choosePerson : undefined}
        autoFocus
      />
      <NativeSelect
        label={desk.how}
        value={told}
        data={ways.map((value) => ({ value, label: desk.ways[value] }))}
        onChange={({ currentTarget: { value } }) =>
          setTold(ways.find((each) => each === value) ?? "telephone")
        }
      />
      <TextInput
        label={support.subject}
        description={support.subjectHint}
        maxLength={120}
        {...form.getInputProps("subject")}
      />
      <Textarea
        label={desk.body}
        description={support.bodyHint}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={longestMessage}
        {...form.getInputProps("body")}
      />
    </FormModal>
  );
}
