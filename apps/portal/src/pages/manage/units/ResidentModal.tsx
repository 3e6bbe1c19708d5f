import { useForm } from "@mantine/form";
import { groupMembers, groups } from "@terskel/access/api/grants";
import { oneUnit, putResident, units } from "@terskel/access/api/units";
import { useTexts } from "#language/context.ts";
import { field } from "#parts/field.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { PersonPicker } from "#parts/pickers/PersonPicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";
import type { Unit } from "./Units.tsx";

type Props = { organisation: string; unit: Unit; onClose: () => void };
type Values = { person: string | null };

export function ResidentModal({ organisation, unit, onClose }: Props) {
  const { people, problems } = useTexts();
  const tell = useTell();
  const form = useForm<Values>({
    initialValues: { person: null },
    validate: { person: (value) => (value ? null : problems.fields.required) },
  });
  const send = useSend(putResident, { refresh: [units, oneUnit, groups, groupMembers] });
  return (
    <FormModal
      title={people.units.addResident(unit.name)}
      submit={people.units.addResidentShort}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={({ person }) =>
        person &&
        send.mutate(
          { params: { organisation, unit: unit.id, person } },
          {
            onSuccess: () => {
              tell.done();
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
