import { NativeSelect, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { isLanguage } from "@terskel/platform/i18n";
import { deskRequests, enterRequest } from "@terskel/kernel/api/desk";
import { useState } from "react";
import { useSpeech, useTexts } from "#language/context.ts";
import { languageNames } from "#language/names.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { PersonPicker } from "#parts/pickers/PersonPicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";
import { noWish, WishFields, wishFrom } from "#pages/privacy/WishFields.tsx";
import type { FormKind } from "#pages/privacy/WishFields.tsx";

const checks = ["document", "known-in-person", "called-back"] as const;
const kinds: readonly FormKind[] = [
  "access",
  "rectification",
  "erasure",
  "restriction",
  "portability",
];
type Props = { organisation: string; onClose: () => void };

/** A caller's request, with how it was made sure who it is. */
export function EnterModal({ organisation, onClose }: Props) {
  const { desk, privacy, people } = useTexts();
  const { language } = useSpeech();
  const tell = useTell();
  const [person, setPerson] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [kind, setKind] = useState<FormKind>("access");
  const [check, setCheck] = useState<(typeof checks)[number]>(checks[0]);
  const [letters, setLetters] = useState(language);
  const form = useForm({ initialValues: noWish });
  const send = useSend(enterRequest, { refresh: [deskRequests] });

  function submit(values: typeof noWish) {
    setMissing(!person);
    if (!person) return;
    const body = { person, identityCheck: check, language: letters, wish: wishFrom(kind, values) };
    send.mutate(
      { params: { organisation }, body },
      {
        onSuccess: () => {
          tell.done(privacy.sent);
          onClose();
        },
      },
    );
  }

  return (
    <FormModal
      title={desk.enterTitle}
      submit={desk.enter}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text>{desk.enterHint}</Text>
      <PersonPicker
        organisation={organisation}
        value={person}
        onChange={setPerson}
        error={missing ? people.choosePerson : undefined}
        autoFocus
      />
      <NativeSelect
        label={desk.identityCheck}
        value={check}
        data={checks.map((value) => ({ value, label: desk.identityChecks[value] }))}
        onChange={({ currentTarget: { value } }) =>
          setCheck(checks.find((each) => each === value) ?? checks[0])
        }
      />
      <NativeSelect
        label={desk.language}
        value={letters}
        data={Object.entries(languageNames).map(([value, label]) => ({ value, label }))}
        onChange={({ currentTarget: { value } }) => isLanguage(value) && setLetters(value)}
      />
      <NativeSelect
        label={desk.kind}
        value={kind}
        data={kinds.map((value) => ({ value, label: privacy.kinds[value] }))}
        onChange={({ currentTarget: { value } }) =>
          setKind(kinds.find((each) => each === value) ?? "access")
        }
      />
      <WishFields kind={kind} form={form} />
    </FormModal>
  );
}
