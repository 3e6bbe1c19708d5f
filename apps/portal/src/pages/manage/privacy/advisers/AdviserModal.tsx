import { Checkbox, NativeSelect, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { addAdviser, advisers, purposes } from "@terskel/kernel/api/advisers";
import type { Call } from "@terskel/platform/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSpeech } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { PersonPicker } from "#parts/pickers/PersonPicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { read, useSend } from "#queries.ts";

type Props = { organisation: string; onClose: () => void };
type Kind = Call<typeof addAdviser>["body"]["kind"];
const kinds: readonly Kind[] = ["adviser", "auditor", "lawyer", "it-consultant"];
const dayIn = (days: number) =>
  new Intl.DateTimeFormat("sv-SE").format(new Date(Date.now() + days * 86_400_000));

/** An invitation: who, for which need, what, whose and until when. */
export function AdviserModal({ organisation, onClose }: Props) {
  const { language, texts } = useSpeech();
  const { advisers: words } = texts;
  const tell = useTell();
  const params = { organisation };
  const choices = useQuery(read(purposes, { params }));
  const [scope, setScope] = useState<"everyone" | "some">("some");
  const [persons, setPersons] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const form = useForm({
    initialValues: {
      name: "",
      firm: "",
      email: "",
      kind: "adviser",
      need: "",
      firstDay: dayIn(0),
      lastDay: dayIn(14),
    },
  });
  const send = useSend(addAdviser, { refresh: [advisers] });
  function submit({ kind, ...values }: typeof form.values) {
    setTried(true);
    if (chosen.length === 0 || (scope === "some" && persons.length === 0)) return;
    const body = {
      ...values,
      kind: kinds.find((each) => each === kind) ?? "adviser",
      purposes: chosen,
      ...(scope === "some" ? { persons: [...persons] } : {}),
    };
    const onSuccess = () => {
      tell.done(words.invited);
      onClose();
    };
    send.mutate({ params, body }, { onSuccess });
  }
  const take = (index: number) => (person: string | null) =>
    setPersons(
      [...persons.slice(0, index), ...(person ? [person] : []), ...persons.slice(index + 1)].filter(
        (each, at, all) => all.indexOf(each) === at,
      ),
    );
  return (
    <FormModal
      title={words.add}
      submit={words.invite}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text>{words.addText}</Text>
      <TextInput
        label={words.name}
        maxLength={120}
        required
        data-autofocus
        {...form.getInputProps("name")}
      />
      <TextInput label={words.firm} maxLength={120} required {...form.getInputProps("firm")} />
      <TextInput
        type="email"
        label={words.email}
        maxLength={254}
        required
        {...form.getInputProps("email")}
      />
      <NativeSelect
        label={words.kind}
        data={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        {...form.getInputProps("kind")}
      />
      <Textarea
        label={words.need}
        description={words.needHint}
        autosize
        minRows={2}
        maxLength={2000}
        required
        {...form.getInputProps("need")}
      />
      <Checkbox.Group
        label={words.purposes}
        description={words.purposesHint}
        value={chosen}
        onChange={setChosen}
        error={tried && chosen.length === 0 ? words.purposeMissing : undefined}
      >
        <Stack gap="sm" mt="sm">
          {choices.data?.items.map(({ id, text }) => (
            <Checkbox key={id} value={id} label={text[language]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <NativeSelect
        label={words.whose}
        value={scope}
        data={[
          { value: "some", label: words.some },
          { value: "everyone", label: words.everyone },
        ]}
        onChange={({ currentTarget: { value } }) =>
          setScope(value === "everyone" ? "everyone" : "some")
        }
      />
      {scope === "some" &&
        [...persons, null].map((person, index) => (
          <PersonPicker
            key={person ?? "next"}
            organisation={organisation}
            value={person}
            onChange={take(index)}
            error={tried && persons.length === 0 ? words.personMissing : undefined}
          />
        ))}
      <TextInput type="date" label={words.firstDay} required {...form.getInputProps("firstDay")} />
      <TextInput
        type="date"
        label={words.lastDay}
        description={words.lastDayHint}
        required
        {...form.getInputProps("lastDay")}
      />
    </FormModal>
  );
}
