import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { addDoorGroup, changeDoorGroup, doorGroups } from "@terskel/access/api/door-groups";
import { grants } from "@terskel/access/api/grants";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "#api.ts";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";

type Props = {
  organisation: string;
  doorGroup?: { readonly id: string; readonly name: string };
  onClose: () => void;
};

/** A new group of doors, or another name for one that is there. */
export function DoorGroupModal({ organisation, doorGroup, onClose }: Props) {
  const { doorGroups: texts, shell } = useTexts();
  const tell = useTell();
  const client = useQueryClient();
  const form = useForm({ initialValues: { name: doorGroup?.name ?? "" } });
  const send = useMutation({
    mutationFn: async (body: { name: string }) => {
      if (doorGroup) {
        await call(changeDoorGroup, { params: { organisation, doorGroup: doorGroup.id }, body });
      } else {
        await call(addDoorGroup, { params: { organisation }, body });
      }
    },
    onSuccess: async () => {
      const named = [doorGroups, grants];
      await Promise.all(named.map(({ id }) => client.invalidateQueries({ queryKey: [id] })));
      tell.done(doorGroup ? undefined : texts.added);
      onClose();
    },
  });
  return (
    <FormModal
      title={doorGroup ? texts.edit : texts.add}
      submit={doorGroup ? shell.save : texts.add}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={(values) => send.mutate(values)}
    >
      <TextInput label={texts.name} data-autofocus {...form.getInputProps("name")} />
    </FormModal>
  );
}
