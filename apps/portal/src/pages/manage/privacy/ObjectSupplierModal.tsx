import { Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { answerSupplier, ownSuppliers, senders } from "@terskel/kernel/api/suppliers";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { type Item, useSend } from "#queries.ts";

type Props = {
  organisation: string;
  supplier: { id: string; name: string; recipient: Item<typeof ownSuppliers>["recipient"] };
  onClose: () => void;
};

/** Objects to a supplier, with a reason (Art. 28(2)). */
export function ObjectSupplierModal({ organisation, supplier, onClose }: Props) {
  const { suppliers: words } = useTexts();
  const tell = useTell();
  const form = useForm({ initialValues: { reason: "" } });
  const send = useSend(answerSupplier, { refresh: [ownSuppliers] });
  const params = { organisation, supplier: supplier.id };
  const sends = senders.includes(supplier.recipient);
  return (
    <FormModal
      title={words.objectOf(supplier.name)}
      submit={words.object}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={({ reason }) =>
        send.mutate(
          { params, body: { answer: "objected", ...(reason.trim() ? { reason } : {}) } },
          {
            onSuccess: () => {
              tell.done(sends ? words.objected : words.objectedStored);
              onClose();
            },
          },
        )
      }
    >
      <Text>{sends ? words.objectText : words.liesThere}</Text>
      {sends && <Text>{words.codesGo}</Text>}
      <Textarea
        label={words.reason}
        description={words.reasonHint}
        autosize
        minRows={2}
        maxLength={2000}
        required
        data-autofocus
        {...form.getInputProps("reason")}
      />
    </FormModal>
  );
}
