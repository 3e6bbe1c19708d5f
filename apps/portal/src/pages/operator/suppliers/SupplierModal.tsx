import { Checkbox, MultiSelect, NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { eeaCountries } from "@terskel/kernel/api/eea";
import { addSupplier, passedLabels, recipients, senders } from "@terskel/kernel/api/suppliers";
import { suppliers } from "@terskel/kernel/api/suppliers";
import { labels } from "@terskel/kernel/labels";
import { sending } from "@terskel/kernel/api/sending";
import { useSpeech } from "#language/context.ts";
import { useRegions } from "#language/use-regions.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

/** What a message holds, whatever it is about: the form begins with it. */
const ofMessages = [
  "name",
  "contact",
  "language",
  "secret",
  "membership",
  "rights-request",
  "time",
];

type Values = {
  name: string;
  number: string;
  country: string;
  recipient: string;
  labels: string[];
  host: string;
  named: boolean;
};

const find = <T extends string>(all: readonly T[], value: string) =>
  all.find((each) => each === value);

export function SupplierModal({ onClose }: { onClose: () => void }) {
  const { language, texts } = useSpeech();
  const { suppliers: words } = texts;
  const regionOf = useRegions();
  const tell = useTell();
  const form = useForm<Values>({
    initialValues: {
      name: "",
      number: "",
      country: "NO",
      recipient: recipients[0],
      labels: ofMessages,
      host: "",
      named: false,
    },
  });
  const send = useSend(addSupplier, { refresh: [suppliers, sending] });
  const { recipient } = form.values;
  const countries = eeaCountries
    .map((value) => ({ value, label: regionOf(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));

  function submit({ host, country, ...values }: Values) {
    const body = {
      ...values,
      country: find(eeaCountries, country) ?? "NO",
      recipient: find(recipients, values.recipient) ?? recipients[0],
      labels: passedLabels.filter((label) => values.labels.includes(label)),
      ...(senders.includes(values.recipient) ? { host } : {}),
    };
    send.mutate(
      { body },
      {
        onSuccess: () => {
          tell.done(words.added);
          onClose();
        },
      },
    );
  }

  return (
    <FormModal
      title={words.add}
      submit={words.add}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput label={words.name} data-autofocus {...form.getInputProps("name")} />
      <TextInput label={words.number} {...form.getInputProps("number")} />
      <NativeSelect
        label={words.country}
        description={words.countryHint}
        data={countries}
        {...form.getInputProps("country")}
      />
      <NativeSelect
        label={words.recipient}
        data={recipients.map((value) => ({ value, label: words.recipients[value] }))}
        {...form.getInputProps("recipient")}
      />
      {senders.includes(recipient) && (
        <TextInput
          label={words.host}
          description={words.hostHint}
          {...form.getInputProps("host")}
        />
      )}
      <MultiSelect
        label={words.labels}
        description={words.labelsHint}
        data={passedLabels.map((value) => ({ value, label: labels[value].text[language] }))}
        {...form.getInputProps("labels")}
      />
      <Checkbox
        label={words.named}
        description={words.namedHint}
        {...form.getInputProps("named", { type: "checkbox" })}
      />
    </FormModal>
  );
}
