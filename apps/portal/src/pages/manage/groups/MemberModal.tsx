import { useForm } from "@mantine/form";
import { groupMembers, groups, putGroupMember } from "@terskel/access/api/grants";
import { useTexts } from "#language/context.ts";
import { field } from "#parts/field.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { PersonPicker } from "#parts/pickers/PersonPicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

type Props = { organisation: string; group: string; onClose: () => void };
type Values = { person: string | null };

export function MemberModal({ organisation, group, onClose }: Props) {
  const { people, problems } = useTexts();
  const { groups: texts } = people;
  const tell = useTell();
  const form = useForm<Values>({
    initialValues: { person: null },
    validate: { person: (value) => (value ? null : problems.fields.required) },
  });
  const send = useSend(putGroupMember, { refresh: [groupMembers, groups] });
  return (
    <FormModal
      title={texts.addMember}
      submit={texts.addMember}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={({ person }) =>
        person &&
        send.mutate(
          { params: { organisation, group, person } },
          {
            onSuccess: () => {
              tell.done(texts.memberAdded);
              onClose();
            },
          },
        )
      }
    >
      <PersonPicker organisation={organisation} autoFocus {...field(form, "person")} />
    </FormModal>
  );
}
