import { useForm } from "@mantine/form";
import { addGrant, grants, groups } from "@terskel/access/api/grants";
import { myDoors } from "@terskel/access/api/passages";
import { useTexts } from "#language/context.ts";
import { field } from "#parts/field.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { DoorPicker } from "#parts/pickers/DoorPicker.tsx";
import { InstantPicker } from "#parts/pickers/InstantPicker.tsx";
import { type GrantRole, RolePicker } from "#parts/pickers/RolePicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";
import type { Holder } from "./holder.ts";
import { HolderFields } from "./HolderFields.tsx";
import { useGivableRoles } from "./use-givable-roles.ts";

type Props = {
  organisation: string;
  door?: string | undefined;
  holder?: Holder;
  onClose: () => void;
};
export type GrantValues = {
  door: string | null;
  person: string | null;
  group: string | null;
  role: GrantRole;
  validFrom: string;
  validUntil: string;
};

/** Gives a person or a group access to a door. */
export function GrantModal({ organisation, door, holder, onClose }: Props) {
  const { giving, problems } = useTexts();
  const { required, personOrGroup, endsBeforeStart } = problems.fields;
  const tell = useTell();
  const givable = useGivableRoles();
  const form = useForm<GrantValues>({
    initialValues: {
      door: door ?? null,
      person: holder && "person" in holder ? holder.person.id : null,
      group: holder && "group" in holder ? holder.group.id : null,
      role: "user",
      validFrom: "",
      validUntil: "",
    },
    validate: {
      door: (value) => (value ? null : required),
      person: (value, { group }) => (value || group ? null : personOrGroup),
      validUntil: (value, { validFrom }) =>
        value && validFrom && value <= validFrom ? endsBeforeStart : null,
    },
  });
  const send = useSend(addGrant, { refresh: [grants, groups, myDoors] });

  function submit({ door, person, group, role, validFrom, validUntil }: GrantValues) {
    if (!door) return;
    const given = {
      ...(person ? { person } : {}),
      ...(group ? { group } : {}),
      ...(validFrom ? { validFrom } : {}),
      ...(validUntil ? { validUntil } : {}),
    };
    send.mutate(
      { params: { organisation }, body: { door, role, ...given } },
      {
        onSuccess: () => {
          tell.done(giving.given);
          onClose();
        },
      },
    );
  }

  return (
    <FormModal
      title={giving.add}
      submit={giving.add}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={submit}
    >
      {!holder && <HolderFields organisation={organisation} form={form} />}
      <DoorPicker
        organisation={organisation}
        {...field(form, "door")}
        onChange={(chosen) =>
          form.setValues({
            door: chosen,
            ...(givable(chosen).includes(form.values.role) ? {} : { role: "user" }),
          })
        }
      />
      <RolePicker roles={givable(form.values.door)} {...field(form, "role")} />
      <InstantPicker
        label={giving.from}
        description={giving.fromHint}
        {...field(form, "validFrom")}
      />
      <InstantPicker
        label={giving.until}
        description={giving.untilHint}
        {...field(form, "validUntil")}
      />
    </FormModal>
  );
}
