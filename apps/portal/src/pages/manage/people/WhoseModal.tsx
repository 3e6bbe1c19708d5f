import { Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { credentialHolder } from "@terskel/access/api/credentials";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useSend } from "#queries.ts";
import { asNumber, isNumber } from "./card-number.ts";
import { Holders } from "./Holders.tsx";

type Props = { organisation: string; onClose: () => void };

/** Whose is this card? Asked by its number, which goes from the field with the answer. */
export function WhoseModal({ organisation, onClose }: Props) {
  const { cards: texts, problems } = useTexts();
  const form = useForm({
    initialValues: { number: "" },
    validate: { number: (typed) => (isNumber(typed) ? null : problems.fields.cardNumber) },
  });
  const send = useSend(credentialHolder);
  return (
    <FormModal
      title={texts.whose}
      submit={texts.lookUp}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={({ number }) =>
        send.mutate(
          { params: { organisation }, body: { number: asNumber(number) } },
          { onSuccess: () => form.reset() },
        )
      }
    >
      <Text>{texts.whoseLead}</Text>
      <TextInput
        label={texts.number}
        description={texts.numberHint}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps("number")}
      />
      {send.data && (
        <Holders organisation={organisation} holders={send.data.holders} onLeave={onClose} />
      )}
    </FormModal>
  );
}
