import { NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { invitations, invite } from "@terskel/access/api/invitations";
import { isLanguage, type Language } from "@terskel/platform/i18n";
import { useSpeech } from "#language/context.ts";
import { languageNames } from "#language/names.ts";
import { field } from "#parts/field.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { DoorPicker } from "#parts/pickers/DoorPicker.tsx";
import { InstantPicker } from "#parts/pickers/InstantPicker.tsx";
import { type GrantRole, RolePicker } from "#parts/pickers/RolePicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { WholeNumberInput } from "#parts/WholeNumberInput.tsx";
import { useSend } from "#queries.ts";
import { useDoorZone } from "../use-door-zone.ts";
import { useGivableRoles } from "../grants/use-givable-roles.ts";

type Values = {
  email: string;
  door: string | null;
  role: GrantRole;
  validFrom: string;
  validUntil: string;
  language: Language;
  expiresInDays: number;
};

type Props = {
  organisation: string;
  /** What is known of it already. */
  offer?: Pick<Values, "email" | "door" | "role" | "validFrom" | "validUntil">;
  onClose: () => void;
};

export function InviteModal({ organisation, offer, onClose }: Props) {
  const { language, texts } = useSpeech();
  const { giving, problems } = texts;
  const tell = useTell();
  const givable = useGivableRoles();
  const form = useForm<Values>({
    initialValues: {
      email: "",
      door: null,
      role: "user",
      validFrom: "",
      validUntil: "",
      ...offer,
      language,
      expiresInDays: 7,
    },
    validate: {
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : problems.fields.email),
      door: (value) => (value ? null : problems.fields.required),
      validUntil: (value, { validFrom }) =>
        value && validFrom && value <= validFrom ? problems.fields.endsBeforeStart : null,
    },
  });
  const timeZone = useDoorZone(organisation, form.values.door);
  const send = useSend(invite, { refresh: [invitations] });

  function submit({ email, door, validFrom, validUntil, ...others }: Values) {
    if (!door) return;
    const body = {
      ...others,
      door,
      email: email.trim(),
      ...(validFrom ? { validFrom } : {}),
      ...(validUntil ? { validUntil } : {}),
    };
    send.mutate(
      { params: { organisation }, body },
      {
        onSuccess: () => {
          tell.done(giving.invitations.done(body.email));
          onClose();
        },
      },
    );
  }

  return (
    <FormModal
      title={giving.invitations.addTitle}
      submit={giving.invitations.send}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        type="email"
        label={giving.invitations.email}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps("email")}
      />
      <DoorPicker
        organisation={organisation}
        {...field(form, "door")}
        onChange={(chosen) =>
          form.setValues({
            door: chosen,
            ...(givable(chosen).includes(form.values.role) ? {} : { role: "user" }),
          })
        }
      />
      <RolePicker roles={givable(form.values.door)} {...field(form, "role")} />
      <InstantPicker
        label={giving.from}
        description={giving.fromHint}
        timeZone={timeZone}
        {...field(form, "validFrom")}
      />
      <InstantPicker
        label={giving.until}
        description={giving.untilHint}
        timeZone={timeZone}
        {...field(form, "validUntil")}
      />
      <NativeSelect
        label={giving.invitations.language}
        data={Object.entries(languageNames).map(([value, label]) => ({ value, label }))}
        value={form.values.language}
        onChange={({ currentTarget: { value } }) => {
          if (isLanguage(value)) form.setValues({ language: value });
        }}
      />
      <WholeNumberInput
        label={giving.invitations.expiresInDays}
        description={giving.invitations.expiresHint}
        min={1}
        max={30}
        {...form.getInputProps("expiresInDays")}
      />
    </FormModal>
  );
}
