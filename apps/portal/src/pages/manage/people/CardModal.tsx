import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import {
  addCredential,
  credentialHolder,
  credentials,
  tellsNumber,
} from "@terskel/access/api/credentials";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { isProblem } from "#problem.ts";
import { useSend } from "#queries.ts";
import { asNumber, isNumber } from "./card-number.ts";
import { Holders } from "./Holders.tsx";

type Props = { organisation: string; person: string; onClose: () => void };

export function CardModal({ organisation, person, onClose }: Props) {
  const { cards: texts, problems } = useTexts();
  const tell = useTell();
  const form = useForm({
    initialValues: { kind: "fob", number: "", label: "" },
    validate: {
      number: (typed) => (isNumber(typed) ? null : problems.fields.cardNumber),
      label: (label, { number }) => {
        if (!label.trim()) return problems.fields.required;
        return tellsNumber({ label, number }) ? texts.labelNumber : null;
      },
    },
  });
  const send = useSend(addCredential, { refresh: [credentials] });
  const whose = useSend(credentialHolder);
  const isTaken = isProblem(send.error) && send.error.code === "credential-taken";
  const ask = () => {
    const number = asNumber(form.getValues().number);
    whose.mutate({ params: { organisation }, body: { number } }, { onError: tell.failed });
  };
  return (
    <FormModal
      title={texts.handOutTitle}
      submit={texts.handOut}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={({ kind, number, label }) => {
        whose.reset();
        send.mutate(
          {
            params: { organisation, person },
            body: { kind: kind === "card" ? "card" : "fob", number: asNumber(number), label },
          },
          {
            onSuccess: () => {
              tell.done(texts.handedOut);
              onClose();
            },
          },
        );
      }}
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
        onKeyDown={(event) => {
          // A reader ends the number with Enter, as if one was done.
          if (event.key !== "Enter" || form.getValues().label) return;
          event.preventDefault();
          form.getInputNode("label")?.focus();
        }}
      />
      <TextInput
        label={texts.label}
        description={texts.labelHint}
        maxLength={60}
        autoComplete="off"
        {...form.getInputProps("label")}
      />
      {isTaken && !whose.data && (
        <Button variant="default" loading={whose.isPending} onClick={ask}>
          {texts.whose}
        </Button>
      )}
      {isTaken && whose.data && (
        <Holders organisation={organisation} holders={whose.data.holders} onLeave={onClose} />
      )}
    </FormModal>
  );
}
