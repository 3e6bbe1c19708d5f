import { MultiSelect, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { addIntegration, integrations } from "@terskel/access/api/integrations";
import { doors } from "@terskel/access/api/places";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#language/context.ts";
import { field } from "#parts/field.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { InstantPicker } from "#parts/pickers/InstantPicker.tsx";
import { noReceiver, receiverBody, ReceiverFields, receiverRules } from "#parts/ReceiverFields.tsx";
import type { ReceiverValues } from "#parts/ReceiverFields.tsx";
import { all, useSend } from "#queries.ts";

type Props = {
  organisation: string;
  onClose: () => void;
  onMade: (made: { name: string; token: string }) => void;
};

type Values = ReceiverValues & { name: string; doors: string[]; expiresAt: string };

/** Another third party: who, of which doors, and until when. */
export function IntegrationModal({ organisation, onClose, onMade }: Props) {
  const { integrations: texts, problems } = useTexts();
  const params = { organisation };
  const query = useQuery(all(doors, { params }));
  const missing = (value: string | string[]) =>
    value.length > 0 ? null : problems.fields.required;
  const form = useForm<Values>({
    initialValues: { name: "", doors: [], expiresAt: "", ...noReceiver },
    validate: {
      name: missing,
      doors: missing,
      expiresAt: missing,
      ...receiverRules(problems.fields.required),
    },
  });
  const send = useSend(addIntegration, { refresh: [integrations] });
  return (
    <FormModal
      title={texts.add}
      submit={texts.add}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={({ name, doors: of, expiresAt, ...receiver }) =>
        send.mutate(
          { params, body: { name, doors: of, expiresAt, ...receiverBody(receiver) } },
          {
            onSuccess: ({ token }) => {
              onClose();
              onMade({ name, token });
            },
          },
        )
      }
    >
      <Text>{texts.addText}</Text>
      <TextInput
        label={texts.name}
        description={texts.nameHint}
        data-autofocus
        {...form.getInputProps("name")}
      />
      <ReceiverFields form={form} />
      <MultiSelect
        label={texts.doors}
        description={texts.doorsHint}
        searchable
        data={
          query.data?.map(({ id, name, site }) => ({
            value: id,
            label: `${name} · ${site.name}`,
          })) ?? []
        }
        {...field(form, "doors")}
      />
      <InstantPicker
        label={texts.until}
        description={texts.untilHint}
        timeZone={query.data?.[0]?.site.timeZone}
        {...field(form, "expiresAt")}
      />
    </FormModal>
  );
}
