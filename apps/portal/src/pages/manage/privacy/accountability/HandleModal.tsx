import { Button, Checkbox, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { breaches, changeBreach, closeBreach } from "@terskel/kernel/api/accountability";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { InstantPicker } from "#parts/pickers/InstantPicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";
import type { Breach } from "./Breaches.tsx";

type Props = { organisation: string; breach: Breach; onClose: () => void };

/** What was done about a breach, who was told, and its end. */
export function HandleModal({ organisation, breach, onClose }: Props) {
  const { accountability: words } = useTexts();
  const tell = useTell();
  const params = { organisation, breach: breach.id };
  const [authorityToldAt, setAuthority] = useState(breach.authorityToldAt ?? "");
  const [personsToldAt, setPersons] = useState(breach.personsToldAt ?? "");
  const form = useForm({
    initialValues: {
      measures: breach.measures ?? "",
      authorityReason: breach.authorityReason ?? "",
      personsReason: breach.personsReason ?? "",
      highRisk: breach.highRisk,
    },
  });
  const change = useSend(changeBreach, { refresh: [breaches] });
  const close = useSend(closeBreach, { refresh: [breaches] });
  const given = ({ highRisk, ...texts }: typeof form.values) => ({
    highRisk,
    ...Object.fromEntries(
      Object.entries({ ...texts, authorityToldAt, personsToldAt }).filter(([, value]) => value),
    ),
  });
  const after = (message: string) => ({
    onSuccess: () => {
      tell.done(message);
      onClose();
    },
  });
  return (
    <FormModal
      title={words.handleOf(breach.title)}
      submit={words.save}
      form={form}
      busy={change.isPending}
      error={close.error ?? change.error}
      onClose={onClose}
      onSubmit={(values) => change.mutate({ params, body: given(values) }, after(words.saved))}
    >
      <Text>{breach.what}</Text>
      <Checkbox label={words.highRisk} {...form.getInputProps("highRisk", { type: "checkbox" })} />
      <Textarea
        label={words.measures}
        description={words.noNames}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps("measures")}
      />
      <InstantPicker
        label={words.authorityToldAt}
        description={words.empty}
        value={authorityToldAt}
        onChange={setAuthority}
        timeZone={undefined}
      />
      <Textarea
        label={words.authorityReason}
        autosize
        maxLength={2000}
        {...form.getInputProps("authorityReason")}
      />
      <InstantPicker
        label={words.personsToldAt}
        description={words.empty}
        value={personsToldAt}
        onChange={setPersons}
        timeZone={undefined}
      />
      <Textarea
        label={words.personsReason}
        autosize
        maxLength={2000}
        {...form.getInputProps("personsReason")}
      />
      <Text size="sm">{words.closeText}</Text>
      <Button
        variant="default"
        loading={close.isPending}
        onClick={() =>
          change.mutate(
            { params, body: given(form.values) },
            { onSuccess: () => close.mutate({ params }, after(words.wasClosed)) },
          )
        }
      >
        {words.close}
      </Button>
    </FormModal>
  );
}
