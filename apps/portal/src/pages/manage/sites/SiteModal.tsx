import { Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { addSite, sites } from "@terskel/access/api/places";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

type Props = { organisation: string; onClose: () => void };

const usual = ["Europe/Oslo", "Europe/Stockholm", "Europe/Copenhagen", "Europe/Helsinki"];

export function SiteModal({ organisation, onClose }: Props) {
  const { sites: texts } = useTexts().manage;
  const tell = useTell();
  const form = useForm({ initialValues: { name: "", address: "", timeZone: "Europe/Oslo" } });
  const send = useSend(addSite, { refresh: [sites] });
  return (
    <FormModal
      title={texts.add}
      submit={texts.add}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={(body) =>
        send.mutate(
          { params: { organisation }, body },
          {
            onSuccess: () => {
              tell.done(texts.added);
              onClose();
            },
          },
        )
      }
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
