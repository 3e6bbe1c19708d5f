import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { addPerson, changePerson, onePerson, people } from "@terskel/identity/api/people";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "#api.ts";
import { useTexts } from "#language/context.ts";
import { usePhone } from "#language/use-phone.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import type { Person } from "./PeopleTable.tsx";

type Props = { organisation: string; person?: Person; onClose: () => void };
type Values = {
  name: string;
  email: string;
  phone: string;
  role: string;
  privacyOfficer: boolean;
};

/** A new person, or corrections to one; only what was changed is sent. */
export function PersonModal({ organisation, person, onClose }: Props) {
  const { people: texts, shell } = useTexts();
  const tell = useTell();
  const client = useQueryClient();
  const phoneOf = usePhone();
  const before: Values = {
    name: person?.name ?? "",
    email: person?.email ?? "",
    phone: person?.phone ? phoneOf(person.phone) : "",
    role: person?.role ?? "member",
    privacyOfficer: person?.privacyOfficer ?? false,
  };
  const form = useForm<Values>({ initialValues: before });
  const send = useMutation({
    mutationFn: async (values: Values) => {
      const role = values.role === "administrator" ? "administrator" : "member";
      const email = values.email.trim();
      const phone = values.phone.trim();
      if (!person) {
        const body = { name: values.name, role, ...(email && { email }), ...(phone && { phone }) };
        await call(addPerson, { params: { organisation }, body: body as { name: string } });
        return;
      }
      const body = {
        ...(values.name !== before.name && { name: values.name }),
        ...(email !== before.email && { email: email || null }),
        ...(phone !== before.phone && { phone: phone || null }),
        ...(role !== before.role && { role }),
        ...(values.privacyOfficer !== before.privacyOfficer && {
          privacyOfficer: values.privacyOfficer,
        }),
      };
      await call(changePerson, {
        params: { organisation, person: person.id },
        body: body as object,
      });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [people.id] });
      await client.invalidateQueries({ queryKey: [onePerson.id] });
      tell.done(person ? undefined : texts.added);
      onClose();
    },
  });
  return (
    <FormModal
      title={person ? texts.edit : texts.add}
      submit={person ? shell.save : texts.add}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={(values) => send.mutate(values)}
    >
      <TextInput
        label={texts.name}
        data-autofocus
        autoComplete="off"
        {...form.getInputProps("name")}
      />
      <TextInput
        type="email"
        label={texts.email}
        description={person?.claimed ? texts.theirsToChange : texts.contactHint}
        autoComplete="off"
        {...form.getInputProps("email")}
      />
      <TextInput
        type="tel"
        label={texts.phone}
        autoComplete="off"
        {...form.getInputProps("phone")}
      />
      <NativeSelect
        label={texts.role}
        description={texts.roleHint}
        data={[
          { value: "member", label: texts.roles.member },
          { value: "administrator", label: texts.roles.administrator },
        ]}
        {...form.getInputProps("role")}
      />
      {person && (
        <Checkbox
          label={texts.privacyOfficer}
          description={texts.privacyOfficerHint}
          {...form.getInputProps("privacyOfficer", { type: "checkbox" })}
        />
      )}
    </FormModal>
  );
}
