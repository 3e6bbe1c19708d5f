import { NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { addUnit, sites, units } from "@terskel/access/api/places";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#language/context.ts";
import { field } from "#parts/field.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { GroupPicker } from "#parts/pickers/GroupPicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { all, useSend } from "#queries.ts";

type Props = { organisation: string; onClose: () => void };
type Values = { name: string; site: string; group: string | null };

export function UnitModal({ organisation, onClose }: Props) {
  const { units: texts } = useTexts().people;
  const tell = useTell();
  const params = { organisation };
  const places = useQuery(all(sites, { params }));
  const form = useForm<Values>({ initialValues: { name: "", site: "", group: null } });
  const site = form.values.site || (places.data?.[0]?.id ?? "");
  const send = useSend(addUnit, { refresh: [units] });
  return (
    <FormModal
      title={texts.add}
      submit={texts.add}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={({ name, group }) =>
        send.mutate(
          { params, body: { name, site, ...(group ? { group } : {}) } },
          {
            onSuccess: () => {
              tell.done(texts.added);
              onClose();
            },
          },
        )
      }
    >
      <TextInput
        label={texts.name}
        description={texts.nameHint}
        data-autofocus
        {...form.getInputProps("name")}
      />
      <NativeSelect
        label={texts.site}
        data={places.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        {...form.getInputProps("site")}
        value={site}
      />
      <GroupPicker
        organisation={organisation}
        description={texts.groupHint}
        {...field(form, "group")}
      />
    </FormModal>
  );
}
