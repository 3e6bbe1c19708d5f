import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { changeController, controllers } from "@terskel/access/api/controllers";
import { doors } from "@terskel/access/api/places";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

type Props = {
  organisation: string;
  controller: { readonly id: string; readonly name: string };
  onClose: () => void;
};

/** Another name for a controller; its enrolment stays what it is. */
export function RenameModal({ organisation, controller, onClose }: Props) {
  const { manage, shell } = useTexts();
  const { controllers: texts } = manage;
  const tell = useTell();
  const form = useForm({ initialValues: { name: controller.name } });
  const send = useSend(changeController, { refresh: [controllers, doors] });
  return (
    <FormModal
      title={texts.edit}
      submit={shell.save}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={(body) =>
        send.mutate(
          { params: { organisation, controller: controller.id }, body },
          {
            onSuccess: () => {
              tell.done();
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
