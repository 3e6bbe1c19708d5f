import { NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { groups } from "@terskel/access/api/grants";
import { sites } from "@terskel/access/api/places";
import { addUnit, changeUnit, oneUnit, units } from "@terskel/access/api/units";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "#api.ts";
import { useTexts } from "#language/context.ts";
import { field } from "#parts/field.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { GroupPicker } from "#parts/pickers/GroupPicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { all } from "#queries.ts";
import type { Unit } from "./Units.tsx";

type Props = { organisation: string; unit: Unit | undefined; onClose: () => void };
type Values = { name: string; site: string; group: string | null };

/** A new unit, or another name or group for one that is there. */
export function UnitModal({ organisation, unit, onClose }: Props) {
  const { people, shell } = useTexts();
  const { units: texts } = people;
  const tell = useTell();
  const client = useQueryClient();
  const params = { organisation };
  const places = useQuery(all(sites, { params }));
  const form = useForm<Values>({
    initialValues: {
      name: unit?.name ?? "",
      site: unit?.site.id ?? "",
      group: unit?.group?.id ?? null,
    },
  });
  const site = form.values.site || (places.data?.[0]?.id ?? "");
  const send = useMutation({
    mutationFn: async ({ name, group }: Values) => {
      if (unit) {
        await call(changeUnit, {
          params: { organisation, unit: unit.id },
          body: { name, group },
        });
      } else {
        await call(addUnit, { params, body: { name, site, ...(group ? { group } : {}) } });
      }
    },
    onSuccess: async () => {
      await Promise.all(
        [units, oneUnit, groups].map(({ id }) => client.invalidateQueries({ queryKey: [id] })),
      );
      tell.done(unit ? undefined : texts.added);
      onClose();
    },
  });
  return (
    <FormModal
      title={unit ? texts.edit : texts.add}
      submit={unit ? shell.save : texts.add}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={(values) => send.mutate(values)}
    >
      <TextInput
        label={texts.name}
        description={texts.nameHint}
        data-autofocus
        {...form.getInputProps("name")}
      />
      {!unit && (
        <NativeSelect
          label={texts.site}
          data={places.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          {...form.getInputProps("site")}
          value={site}
        />
      )}
      <GroupPicker
        organisation={organisation}
        description={texts.groupHint}
        {...field(form, "group")}
      />
    </FormModal>
  );
}
