import { Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { doorGroupDoors, doorGroups, putDoorInGroup } from "@terskel/access/api/door-groups";
import { myDoors } from "@terskel/access/api/passages";
import { useTexts } from "#language/context.ts";
import { field } from "#parts/field.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { DoorPicker } from "#parts/pickers/DoorPicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend, type Item } from "#queries.ts";

type Props = { organisation: string; doorGroup: Item<typeof doorGroups>; onClose: () => void };
type Values = { door: string | null };

/** A door more, with how many people that lets in. */
export function DoorInGroupModal({ organisation, doorGroup, onClose }: Props) {
  const { doorGroups: texts, problems } = useTexts();
  const tell = useTell();
  const form = useForm<Values>({
    initialValues: { door: null },
    validate: { door: (value) => (value ? null : problems.fields.required) },
  });
  const send = useSend(putDoorInGroup, { refresh: [doorGroupDoors, doorGroups, myDoors] });
  return (
    <FormModal
      title={texts.addDoor}
      submit={texts.addDoor}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={({ door }) =>
        door &&
        send.mutate(
          { params: { organisation, doorGroup: doorGroup.id, door } },
          {
            onSuccess: () => {
              tell.done(texts.doorAdded);
              onClose();
            },
          },
        )
      }
    >
      <DoorPicker organisation={organisation} {...field(form, "door")} />
      <Text>{texts.getsIn(doorGroup.people)}</Text>
    </FormModal>
  );
}
