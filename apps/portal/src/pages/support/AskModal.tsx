import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { ask, myCases } from "@terskel/support/api/mine";
import { longestMessage } from "@terskel/support/api/words";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import type { Membership } from "#me.ts";
import { newId } from "#new-id.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

type Props = { memberships: readonly Membership[]; onClose: () => void };

/** A new case: with the organisation that one asks, where there are several. */
export function AskModal({ memberships, onClose }: Props) {
  const { support, problems } = useTexts();
  const tell = useTell();
  const navigate = useNavigate();
  const [ids] = useState(() => ({ id: newId(), message: newId() }));
  const [organisation, setOrganisation] = useState(memberships[0]?.organisation.id ?? "");
  const required = (text: string) => (text.trim() ? null : problems.fields.required);
  const form = useForm({
    initialValues: { subject: "", body: "" },
    validate: { subject: required, body: required },
  });
  const send = useSend(ask, { refresh: [myCases] });
  return (
    <FormModal
      title={support.ask}
      submit={support.send}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={(values) =>
        send.mutate(
          { params: { organisation }, body: { ...ids, ...values } },
          {
            onSuccess: () => {
              tell.done(support.sent);
              void navigate({ to: `/support/${organisation}/${ids.id}` });
            },
          },
        )
      }
    >
      {memberships.length > 1 && (
        <NativeSelect
          label={support.of}
          value={organisation}
          data={memberships.map((each) => ({
            value: each.organisation.id,
            label: each.organisation.name,
          }))}
          onChange={({ currentTarget }) => setOrganisation(currentTarget.value)}
        />
      )}
      <TextInput
        label={support.subject}
        description={support.subjectHint}
        maxLength={120}
        data-autofocus
        {...form.getInputProps("subject")}
      />
      <Textarea
        label={support.body}
        description={support.bodyHint}
        autosize
        minRows={5}
        maxRows={14}
        maxLength={longestMessage}
        {...form.getInputProps("body")}
      />
    </FormModal>
  );
}
