import { Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { controllers } from "@terskel/access/api/controllers";
import { addSite, changeSite, doors, sites } from "@terskel/access/api/places";
import { units } from "@terskel/access/api/units";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "#api.ts";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import type { Site } from "./Sites.tsx";

type Props = { organisation: string; site: Site | undefined; onClose: () => void };
type Values = { name: string; address: string; timeZone: string };

const usual = ["Europe/Oslo", "Europe/Stockholm", "Europe/Copenhagen", "Europe/Helsinki"];

/** A new site, or another name, address or time zone for one that is there. */
export function SiteModal({ organisation, site, onClose }: Props) {
  const { manage, shell } = useTexts();
  const { sites: texts } = manage;
  const tell = useTell();
  const client = useQueryClient();
  const form = useForm<Values>({
    initialValues: {
      name: site?.name ?? "",
      address: site?.address ?? "",
      timeZone: site?.timeZone ?? "Europe/Oslo",
    },
  });
  const send = useMutation({
    mutationFn: async (body: Values) => {
      if (site) await call(changeSite, { params: { organisation, site: site.id }, body });
      else await call(addSite, { params: { organisation }, body });
    },
    onSuccess: async () => {
      // A site's name stands with everything that is there.
      const named = [sites, doors, controllers, units];
      await Promise.all(named.map(({ id }) => client.invalidateQueries({ queryKey: [id] })));
      tell.done(site ? undefined : texts.added);
      onClose();
    },
  });
  return (
    <FormModal
      title={site ? texts.edit : texts.add}
      submit={site ? shell.save : texts.add}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={(values) => send.mutate(values)}
    >
      <TextInput label={texts.name} data-autofocus {...form.getInputProps("name")} />
      <TextInput label={texts.address} {...form.getInputProps("address")} />
      <Select
        label={texts.timeZone}
        searchable
        allowDeselect={false}
        limit={50}
        data={[
          ...usual,
          ...Intl.supportedValuesOf("timeZone").filter((zone) => !usual.includes(zone)),
        ]}
        {...form.getInputProps("timeZone")}
      />
    </FormModal>
  );
}
