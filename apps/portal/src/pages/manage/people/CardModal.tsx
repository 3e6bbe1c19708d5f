import { NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { addCredential, credentials } from "@terskel/access/api/grants";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

type Props = { organisation: string; person: string; onClose: () => void };

export function CardModal({ organisation, person, onClose }: Props) {
  const { people: texts } = useTexts();
  const tell = useTell();
  const form = useForm({ initialValues: { kind: "fob", number: "", label: "" } });
  const send = useSend(addCredential, { refresh: [credentials] });
  return (
    <FormModal
      title={texts.addCardTitle}
      submit={texts.addCard}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={({ kind, number, label }) =>
        send.mutate(
          {
            params: { organisation, person },
            body: {
              kind: kind === "card" ? "card" : "fob",
              number: number.replace(/[\s:-]/g, ""),
              label,
            },
          },
          {
            onSuccess: () => {
              tell.done(texts.cardAdded);
              onClose();
            },
          },
        )
      }
    >
      <NativeSelect
        label={texts.kind}
        data={[
          { value: "fob", label: texts.kinds.fob },
          { value: "card", label: texts.kinds.card },
        ]}
        {...form.getInputProps("kind")}
      />
      <TextInput
        label={texts.number}
        description={texts.numberHint}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps("number")}
      />
      <TextInput
        label={texts.label}
        description={texts.labelHint}
        maxLength={60}
        autoComplete="off"
        {...form.getInputProps("label")}
      />
    </FormModal>
  );
}
