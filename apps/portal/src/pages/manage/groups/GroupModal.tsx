import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { addGroup, changeGroup, grants, groups } from "@terskel/access/api/grants";
import { units } from "@terskel/access/api/units";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "#api.ts";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";

type Props = {
  organisation: string;
  group?: { readonly id: string; readonly name: string };
  onClose: () => void;
};

/** A new group, or another name for one that is there. */
export function GroupModal({ organisation, group, onClose }: Props) {
  const { people, shell } = useTexts();
  const { groups: texts } = people;
  const tell = useTell();
  const client = useQueryClient();
  const form = useForm({ initialValues: { name: group?.name ?? "" } });
  const send = useMutation({
    mutationFn: async (body: { name: string }) => {
      if (group) await call(changeGroup, { params: { organisation, group: group.id }, body });
      else await call(addGroup, { params: { organisation }, body });
    },
    onSuccess: async () => {
      const named = [groups, grants, units];
      await Promise.all(named.map(({ id }) => client.invalidateQueries({ queryKey: [id] })));
      tell.done(group ? undefined : texts.added);
      onClose();
    },
  });
  return (
    <FormModal
      title={group ? texts.edit : texts.add}
      submit={group ? shell.save : texts.add}
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
