import { Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useAsk } from "./use-ask.ts";

type Props = { organisation: string | undefined; to: string; what: string; onClose: () => void };

export function ObjectModal({ organisation, to, what, onClose }: Props) {
  const { privacy } = useTexts();
  const form = useForm({ initialValues: { note: "" } });
  const { ask, busy, error } = useAsk(organisation, onClose);
  return (
    <FormModal
      title={privacy.object}
      submit={privacy.send}
      form={form}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={({ note }) =>
        ask({ kind: "objection", to, ...(note.trim() ? { note: note.trim() } : {}) })
      }
    >
      <Text>{what}</Text>
      <Textarea
        label={privacy.note}
        description={privacy.noNumbers}
        autosize
        minRows={3}
        maxLength={2000}
        data-autofocus
        {...form.getInputProps("note")}
      />
    </FormModal>
  );
}
