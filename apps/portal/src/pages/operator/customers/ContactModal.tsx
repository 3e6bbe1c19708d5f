import { NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { addContact, changeContact, contacts } from "@terskel/customers/api/contacts";
import { isLanguage } from "@terskel/platform/i18n";
import { useSpeech } from "#language/context.ts";
import { languageNames } from "#language/names.ts";
import { field } from "#parts/field.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { DayPicker } from "#parts/pickers/DayPicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { type Item, useSend } from "#queries.ts";

const kinds = ["housing", "office", "shop", "employer", "other"] as const;
const sources = ["customer", "activity", "register", "bought-list"] as const;
const find = <T extends string>(all: readonly T[], value: string) =>
  all.find((each) => each === value);

type Props = {
  /** Whom to correct; absent: another. */
  contact?: Item<typeof contacts>;
  onClose: () => void;
};

const today = () => new Intl.DateTimeFormat("sv-SE").format(new Date());
/** Today is now: the middle of the day may lie ahead. */
const instantOf = (day: string) =>
  (day === today() ? new Date() : new Date(`${day}T12:00:00`)).toISOString();

export function ContactModal({ contact, onClose }: Props) {
  const { language, texts: all } = useSpeech();
  const { contacts: texts } = all.customers;
  const tell = useTell();
  const missing = (value: string) => (value.trim() ? null : all.problems.fields.required);
  const form = useForm({
    initialValues: {
      name: contact?.name ?? "",
      email: contact?.email ?? "",
      position: contact?.position ?? "",
      company: contact?.company ?? "",
      customerKind: contact?.customerKind ?? "housing",
      language: contact?.language ?? language,
      source: contact?.source ?? "customer",
      lastContactAt: contact
        ? new Intl.DateTimeFormat("sv-SE").format(new Date(contact.lastContactAt))
        : today(),
    },
    validate: {
      name: missing,
      company: missing,
      lastContactAt: missing,
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : all.problems.fields.email),
    },
  });
  const add = useSend(addContact, { refresh: [contacts] });
  const change = useSend(changeContact, { refresh: [contacts] });

  function submit({ position, email, lastContactAt, ...values }: typeof form.values) {
    const body = {
      ...values,
      email: email.trim(),
      ...(position.trim() ? { position } : {}),
      customerKind: find(kinds, values.customerKind) ?? "other",
      source: find(sources, values.source) ?? "customer",
      language: isLanguage(values.language) ? values.language : language,
      lastContactAt: instantOf(lastContactAt),
    };
    const done = (said: string) => ({
      onSuccess: () => {
        tell.done(said);
        onClose();
      },
    });
    if (contact) change.mutate({ params: { contact: contact.id }, body }, done(texts.changed));
    else add.mutate({ body }, done(texts.added));
  }

  return (
    <FormModal
      title={contact ? texts.changeOf(contact.name) : texts.add}
      submit={contact ? texts.change : texts.add}
      form={form}
      busy={add.isPending || change.isPending}
      error={add.error ?? change.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        label={texts.name}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps("name")}
      />
      <TextInput
        type="email"
        label={texts.email}
        autoComplete="off"
        {...form.getInputProps("email")}
      />
      <TextInput label={texts.position} {...form.getInputProps("position")} />
      <TextInput label={texts.company} autoComplete="off" {...form.getInputProps("company")} />
      <NativeSelect
        label={texts.kind}
        data={kinds.map((value) => ({ value, label: texts.kinds[value] }))}
        {...form.getInputProps("customerKind")}
      />
      <NativeSelect
        label={texts.language}
        data={Object.entries(languageNames).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps("language")}
      />
      <NativeSelect
        label={texts.source}
        description={texts.sourceHint}
        data={sources.map((value) => ({ value, label: texts.sources[value] }))}
        {...form.getInputProps("source")}
      />
      <DayPicker
        label={texts.lastContact}
        description={texts.lastContactHint}
        past
        {...field(form, "lastContactAt")}
        error={form.errors["lastContactAt"] ? all.problems.fields.required : undefined}
      />
    </FormModal>
  );
}
