import { useForm } from "@mantine/form";
import { changeGrant, grants, groups } from "@terskel/access/api/grants";
import { myDoors } from "@terskel/access/api/passages";
import { useTexts } from "#language/context.ts";
import { Facts } from "#parts/Facts.tsx";
import { field } from "#parts/field.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { InstantPicker } from "#parts/pickers/InstantPicker.tsx";
import { type GrantRole, RolePicker } from "#parts/pickers/RolePicker.tsx";
import { SchedulePicker } from "#parts/pickers/SchedulePicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";
import { holderName, openedName, zoneOf } from "./holder.ts";
import type { Grant } from "./holder.ts";
import { useGivableRoles } from "./use-givable-roles.ts";

type Props = { organisation: string; grant: Grant; onClose: () => void };
type Values = {
  role: GrantRole;
  validFrom: string;
  validUntil: string;
  schedule: string | null;
};

/** Another role, other times or hours for an access that is given; its door and holder stay. */
export function ChangeGrantModal({ organisation, grant, onClose }: Props) {
  const { giving, problems, shell } = useTexts();
  const tell = useTell();
  const givable = useGivableRoles();
  const form = useForm<Values>({
    initialValues: {
      role: grant.role,
      validFrom: grant.validFrom ?? "",
      validUntil: grant.validUntil ?? "",
      schedule: grant.schedule?.id ?? null,
    },
    validate: {
      validUntil: (value, { validFrom }) =>
        value && validFrom && value <= validFrom ? problems.fields.endsBeforeStart : null,
    },
  });
  const send = useSend(changeGrant, { refresh: [grants, groups, myDoors] });
  return (
    <FormModal
      title={giving.change}
      submit={shell.save}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={({ role, validFrom, validUntil, schedule }) =>
        send.mutate(
          {
            params: { organisation, grant: grant.id },
            body: {
              role,
              validFrom: validFrom || null,
              validUntil: validUntil || null,
              schedule,
            },
          },
          {
            onSuccess: () => {
              tell.done();
              onClose();
            },
          },
        )
      }
    >
      <Facts
        facts={[
          [giving.holder, holderName(grant)],
          [grant.doorGroup ? giving.doorGroup : giving.door, openedName(grant)],
        ]}
      />
      <RolePicker roles={givable(grant.door?.id ?? null)} {...field(form, "role")} />
      <InstantPicker
        label={giving.from}
        description={giving.fromHint}
        timeZone={zoneOf(grant)}
        {...field(form, "validFrom")}
      />
      <InstantPicker
        label={giving.until}
        description={giving.untilHint}
        timeZone={zoneOf(grant)}
        {...field(form, "validUntil")}
      />
      <SchedulePicker organisation={organisation} {...field(form, "schedule")} />
    </FormModal>
  );
}
