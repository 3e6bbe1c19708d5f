import { NativeSelect, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { holdableTables, holds, placeHold } from "@terskel/kernel/api/holds";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSpeech } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { InstantPicker } from "#parts/pickers/InstantPicker.tsx";
import { PersonPicker } from "#parts/pickers/PersonPicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { read, useSend } from "#queries.ts";

type Props = { organisation: string; onClose: () => void };

/** A new legal hold: on whom, on what, why and until when. */
export function HoldModal({ organisation, onClose }: Props) {
  const { language, texts } = useSpeech();
  const { deletion, people } = texts;
  const tell = useTell();
  const params = { organisation };
  const tables = useQuery(read(holdableTables, { params }));
  const [scope, setScope] = useState<"one" | "everybody">("one");
  const [person, setPerson] = useState<string | null>(null);
  const [until, setUntil] = useState("");
  const [tried, setTried] = useState(false);
  const form = useForm({ initialValues: { table: "", reason: "" } });
  const send = useSend(placeHold, { refresh: [holds] });

  function submit({ table, reason }: { table: string; reason: string }) {
    setTried(true);
    if (!until || (scope === "one" && !person)) return;
    const body = {
      ...(scope === "one" && person ? { person } : {}),
      ...(table ? { table } : {}),
      reason,
      until,
    };
    send.mutate(
      { params, body },
      {
        onSuccess: () => {
          tell.done(deletion.placed);
          onClose();
        },
      },
    );
  }

  return (
    <FormModal
      title={deletion.placeTitle}
      submit={deletion.place}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text>{deletion.placeText}</Text>
      <NativeSelect
        label={deletion.whose}
        value={scope}
        data={[
          { value: "one", label: deletion.one },
          { value: "everybody", label: deletion.everybody },
        ]}
        onChange={({ currentTarget: { value } }) =>
          setScope(value === "everybody" ? "everybody" : "one")
        }
        data-autofocus
      />
      {scope === "one" && (
        <PersonPicker
          organisation={organisation}
          value={person}
          onChange={setPerson}
          error={tried && !person ? people.choosePerson : undefined}
        />
      )}
      <NativeSelect
        label={deletion.what}
        data={[
          { value: "", label: deletion.everything },
          ...(tables.data?.tables.map(({ table, title }) => ({
            value: table,
            label: title[language],
          })) ?? []),
        ]}
        {...form.getInputProps("table")}
      />
      <Textarea
        label={deletion.reason}
        description={deletion.reasonHint}
        autosize
        minRows={2}
        maxLength={2000}
        required
        {...form.getInputProps("reason")}
      />
      <InstantPicker
        label={deletion.until}
        description={deletion.untilHint}
        value={until}
        onChange={setUntil}
        timeZone={undefined}
        error={tried && !until ? deletion.untilMissing : undefined}
      />
    </FormModal>
  );
}
