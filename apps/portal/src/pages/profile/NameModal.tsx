import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { correctMe, me } from "@terskel/identity/api/me";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

export function NameModal({ name, onClose }: { name: string; onClose: () => void }) {
  const { profile, shell } = useTexts();
  const tell = useTell();
  const form = useForm({ initialValues: { name } });
  const send = useSend(correctMe, { refresh: [me] });
  return (
    <FormModal
      title={profile.correctName}
      submit={shell.save}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={(body) =>
        send.mutate(
          { body },
          {
            onSuccess: () => {
              tell.done();
              onClose();
            },
          },
        )
      }
    >
      <TextInput
        label={profile.name}
        autoComplete="name"
        data-autofocus
        {...form.getInputProps("name")}
      />
    </FormModal>
  );
}
