import { NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { addOrganisation, organisations } from "@terskel/identity/api/operator";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

const kinds = ["housing", "office", "shop", "employer"] as const;

export function OrganisationModal({ onClose }: { onClose: () => void }) {
  const { organisations: texts } = useTexts().operator;
  const tell = useTell();
  const form = useForm({
    initialValues: {
      name: "",
      number: "",
      country: "NO",
      kind: "housing",
      administrator: { name: "", email: "" },
    },
  });
  const send = useSend(addOrganisation, { refresh: [organisations] });
  return (
    <FormModal
      title={texts.add}
      submit={texts.add}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={({ country, kind, ...others }) =>
        send.mutate(
          {
            body: {
              ...others,
              country: country === "SE" ? "SE" : "NO",
              kind: kinds.find((each) => each === kind) ?? "housing",
            },
          },
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
      <TextInput label={texts.number} inputMode="numeric" {...form.getInputProps("number")} />
      <NativeSelect
        label={texts.country}
        data={[
          { value: "NO", label: texts.countries.NO },
          { value: "SE", label: texts.countries.SE },
        ]}
        {...form.getInputProps("country")}
      />
      <NativeSelect
        label={texts.kind}
        data={kinds.map((kind) => ({ value: kind, label: texts.kinds[kind] }))}
        {...form.getInputProps("kind")}
      />
      <TextInput
        label={texts.administratorName}
        autoComplete="off"
        {...form.getInputProps("administrator.name")}
      />
      <TextInput
        type="email"
        label={texts.administratorEmail}
        description={texts.administratorHint}
        autoComplete="off"
        {...form.getInputProps("administrator.email")}
      />
    </FormModal>
  );
}
