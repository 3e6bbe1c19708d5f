import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { field } from "#parts/field.ts";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { FormModal } from "#parts/FormModal.tsx";
import { InstantPicker } from "#parts/pickers/InstantPicker.tsx";
import { type GrantRole, RolePicker } from "#parts/pickers/RolePicker.tsx";
import { SchedulePicker } from "#parts/pickers/SchedulePicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { isProblem } from "#problem.ts";
import { InviteModal } from "../invitations/InviteModal.tsx";
import { useDoorZone } from "../use-door-zone.ts";
import { useOrganisation } from "../use-organisation.ts";
import type { Given, Holder } from "./holder.ts";
import { HolderFields } from "./HolderFields.tsx";
import { OpenedFields } from "./OpenedFields.tsx";
import { useGivableRoles } from "./use-givable-roles.ts";
import { useGive } from "./use-give.ts";

type Props = {
  organisation: string;
  door?: string | undefined;
  holder?: Holder | undefined;
  given?: Given | undefined;
  onClose: () => void;
};
export type GrantValues = {
  /** A door, or a group of doors. */
  door: string | null;
  doorGroup: string | null;
  /** A person, a group or a unit. */
  person: string | null;
  group: string | null;
  unit: string | null;
  /** An address or number of somebody who is not chosen from a list; null when one is. */
  contact: string | null;
  role: GrantRole;
  validFrom: string;
  validUntil: string;
  /** null: at any hour. */
  schedule: string | null;
};

/** Gives a person, a group or a unit access to a door or a group of doors. */
export function GrantModal({ organisation, door, holder, given, onClose }: Props) {
  const { giving, problems } = useTexts();
  const { required, personOrGroup, endsBeforeStart } = problems.fields;
  const tell = useTell();
  const givable = useGivableRoles();
  const { scope } = useOrganisation();
  const [inviting, setInviting] = useState(false);
  const form = useForm<GrantValues>({
    initialValues: {
      door: door ?? null,
      doorGroup: given?.doorGroup.id ?? null,
      person: holder && "person" in holder ? holder.person.id : null,
      group: holder && "group" in holder ? holder.group.id : null,
      unit: holder && "unit" in holder ? holder.unit.id : null,
      contact: scope === "doors" && !holder ? "" : null,
      role: "user",
      validFrom: "",
      validUntil: "",
      schedule: null,
    },
    validate: {
      door: (value, { doorGroup }) => (value || doorGroup ? null : required),
      person: (value, { group, unit, contact }) =>
        value || group || unit || contact !== null ? null : personOrGroup,
      contact: (value) => (value?.trim() === "" ? required : null),
      validUntil: (value, { validFrom }) =>
        value && validFrom && value <= validFrom ? endsBeforeStart : null,
    },
  });
  const timeZone = useDoorZone(organisation, form.values.door);
  const give = useGive(organisation);
  const nobody = form.values.contact !== null && isProblem(give.error, "nobody-with-contact");
  if (inviting) {
    const { contact, door: to, role, validFrom, validUntil } = form.values;
    // A telephone number is no address to write to.
    const email = contact?.includes("@") ? contact.trim() : "";
    return (
      <InviteModal
        organisation={organisation}
        offer={{ door: to, role, validFrom, validUntil, email }}
        onClose={onClose}
      />
    );
  }

  return (
    <FormModal
      title={giving.add}
      submit={giving.add}
      form={form}
      busy={give.isPending}
      error={isProblem(give.error, "nobody-with-contact") ? undefined : give.error}
      onClose={onClose}
      onSubmit={(values) =>
        give.mutate(values, {
          onSuccess: (name) => {
            tell.done(name ? giving.givenTo(name) : giving.given);
            onClose();
          },
        })
      }
    >
      {!holder && <HolderFields organisation={organisation} form={form} />}
      {!given && <OpenedFields organisation={organisation} form={form} />}
      <RolePicker roles={givable(form.values.door)} {...field(form, "role")} />
      <InstantPicker
        label={giving.from}
        description={giving.fromHint}
        timeZone={timeZone}
        {...field(form, "validFrom")}
      />
      <InstantPicker
        label={giving.until}
        description={giving.untilHint}
        timeZone={timeZone}
        {...field(form, "validUntil")}
      />
      <SchedulePicker organisation={organisation} {...field(form, "schedule")} />
      {nobody && (
        <>
          <ErrorNote error={give.error} />
          <Button variant="light" onClick={() => setInviting(true)}>
            {giving.inviteInstead}
          </Button>
        </>
      )}
    </FormModal>
  );
}
