import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { addAssessment, assessments } from "@terskel/kernel/api/accountability";
import type { Call } from "@terskel/platform/contract";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

type Props = { organisation: string; onClose: () => void };
type Kind = Call<typeof addAssessment>["body"]["kind"];
const kinds: readonly Kind[] = ["risk", "audit", "dpia", "procedure"];

/** A new assessment, audit or procedure on record. */
export function AssessmentModal({ organisation, onClose }: Props) {
  const { accountability: words } = useTexts();
  const tell = useTell();
  const form = useForm({
    initialValues: {
      kind: "risk",
      title: "",
      outcome: "",
      madeOn: new Intl.DateTimeFormat("sv-SE").format(new Date()),
      nextOn: "",
    },
  });
  const send = useSend(addAssessment, { refresh: [assessments] });
  function submit({ kind, title, outcome, madeOn, nextOn }: typeof form.values) {
    const body = {
      kind: kinds.find((each) => each === kind) ?? "risk",
      title,
      outcome,
      madeOn,
      ...(nextOn ? { nextOn } : {}),
    };
    send.mutate(
      { params: { organisation }, body },
      {
        onSuccess: () => {
          tell.done(words.added);
          onClose();
        },
      },
    );
  }
  return (
    <FormModal
      title={words.addAssessment}
      submit={words.save}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <NativeSelect
        label={words.kind}
        data={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        data-autofocus
        {...form.getInputProps("kind")}
      />
      <TextInput label={words.name} maxLength={200} required {...form.getInputProps("title")} />
      <Textarea
        label={words.outcome}
        description={words.noNames}
        autosize
        minRows={3}
        maxLength={2000}
        required
        {...form.getInputProps("outcome")}
      />
      <TextInput type="date" label={words.madeOn} required {...form.getInputProps("madeOn")} />
      <TextInput
        type="date"
        label={words.nextOn}
        description={words.nextHint}
        {...form.getInputProps("nextOn")}
      />
    </FormModal>
  );
}
