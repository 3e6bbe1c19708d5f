import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { addGroup, groups } from "@terskel/access/api/grants";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

type Props = { organisation: string; onClose: () => void };

export function GroupModal({ organisation, onClose }: Props) {
  const { groups: texts } = useTexts().people;
  const tell = useTell();
  const form = useForm({ initialValues: { name: "" } });
  const send = useSend(addGroup, { refresh: [groups] });
  return (
    <FormModal
      title={texts.add}
      submit={texts.add}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={(body) =>
        send.mutate(
          { params: { organisation }, body },
          {
            onSuccess: () => {
              tell.done(texts.added);
              onClose();
            },
          },
        )
      }
    >
      <TextInput label={texts.name} data-autofocus {...form.getInputProps("name")} />
    </FormModal>
  );
}
