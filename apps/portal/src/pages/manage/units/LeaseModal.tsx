import { Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { groupMembers, groups } from "@terskel/access/api/grants";
import { doorGroups } from "@terskel/access/api/door-groups";
import { changeLease, leases, letUnit } from "@terskel/access/api/leases";
import { myDoors } from "@terskel/access/api/passages";
import { oneUnit, units } from "@terskel/access/api/units";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "#api.ts";
import { useSpeech } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { metBy, tenantNames } from "#leases.ts";
import type { Lease } from "#leases.ts";
import { newId } from "#new-id.ts";
import { Facts } from "#parts/Facts.tsx";
import { field } from "#parts/field.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { InstantPicker } from "#parts/pickers/InstantPicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { TenantsField } from "./TenantsField.tsx";
import type { Unit } from "./Units.tsx";

type Props = {
  organisation: string;
  unit: Unit;
  /** To be changed; absent: a new one. */
  lease?: Lease | undefined;
  onClose: () => void;
};
type Values = { tenants: { id: string; name: string }[]; from: string; until: string };

/** What a lease's change changes. */
export const leaseReads = [leases, units, oneUnit, groups, groupMembers, doorGroups, myDoors];

/** Lets a unit, or moves a lease's hours or its tenants. */
export function LeaseModal({ organisation, unit, lease, onClose }: Props) {
  const { language, texts: all } = useSpeech();
  const { leases: texts, problems, shell } = all;
  const { timeZone } = unit.site;
  const formats = useFormats(timeZone);
  const tell = useTell();
  const client = useQueryClient();
  // Sent again after no answer it is the same lease.
  const [id, setId] = useState(() => lease?.id ?? newId());
  const begun = lease !== undefined && Date.parse(lease.from) <= Date.now();
  const form = useForm<Values>({
    onValuesChange: () => !lease && setId(newId()),
    initialValues: {
      tenants: [...(lease?.tenants ?? [])],
      // The next one begins when the last one ends.
      from: lease?.from ?? unit.leases.at(-1)?.until ?? "",
      until: lease?.until ?? "",
    },
    validate: {
      tenants: (chosen) => (chosen.length === 0 ? texts.noTenant : null),
      from: (value) => (value ? null : problems.fields.required),
      until: (value, { from }) =>
        value && from && Date.parse(value) <= Date.parse(from)
          ? problems.fields.endsBeforeStart
          : null,
    },
  });
  const { from, until } = form.values;
  const met = from ? metBy(unit.leases, { id, from, until }) : undefined;
  const spanOf = (some: Lease) =>
    texts.span(formats.dateTime(some.from), some.until && formats.dateTime(some.until));
  const send = useMutation({
    mutationFn: async (values: Values) => {
      const params = { organisation, lease: id };
      const tenants = values.tenants.map((person) => person.id);
      if (lease) {
        const body = { tenants, ...(begun ? {} : { from: values.from }) };
        await call(changeLease, { params, body: { ...body, until: values.until || null } });
      } else {
        const body = { unit: unit.id, tenants, from: values.from };
        await call(letUnit, {
          params,
          body: { ...body, ...(values.until ? { until: values.until } : {}) },
        });
      }
    },
    onSuccess: async () => {
      await Promise.all(
        leaseReads.map((each) => client.invalidateQueries({ queryKey: [each.id] })),
      );
      tell.done(lease ? undefined : texts.letDone(unit.name));
      onClose();
    },
  });
  return (
    <FormModal
      title={lease ? texts.change : texts.letTitle(unit.name)}
      submit={lease ? shell.save : texts.let}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={(values) => send.mutate(values)}
    >
      <TenantsField organisation={organisation} {...field(form, "tenants")} />
      {begun ? (
        <Facts facts={[[texts.from, formats.dateTime(lease.from)]]} />
      ) : (
        <InstantPicker
          label={texts.from}
          description={texts.fromHint}
          timeZone={timeZone}
          {...field(form, "from")}
        />
      )}
      <InstantPicker
        label={texts.until}
        description={texts.untilHint}
        timeZone={timeZone}
        {...field(form, "until")}
      />
      {met && (
        <Text role="status" c="var(--warn-ink)">
          {texts.meets(tenantNames(met, language) || texts.nameless, spanOf(met))}
        </Text>
      )}
    </FormModal>
  );
}
