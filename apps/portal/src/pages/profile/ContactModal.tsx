import { Modal, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { confirmContactChange, me, requestContactChange } from "@terskel/identity/api/me";
import type { Received } from "@terskel/platform/contract";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { CodeForm } from "#parts/CodeForm.tsx";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

type Props = {
  channel: "email" | "sms";
  /** What stands in the field at first. */
  initial?: string;
  onClose: () => void;
};

/** A new e-mail or telephone: first where to, then the code that went there. */
export function ContactModal({ channel, initial = "", onClose }: Props) {
  const { profile, shell } = useTexts();
  const tell = useTell();
  const form = useForm({ initialValues: { email: initial, phone: initial } });
  const [sent, setSent] = useState<Received<typeof requestContactChange>>();
  const request = useSend(requestContactChange);
  const confirm = useSend(confirmContactChange, { refresh: [me] });
  const title = channel === "email" ? profile.changeEmail : profile.changePhone;

  if (!sent) {
    return (
      <FormModal
        title={title}
        submit={profile.sendCode}
        form={form}
        busy={request.isPending}
        error={request.error}
        onClose={onClose}
        onSubmit={({ email, phone }) =>
          request.mutate(
            {
              body: channel === "email" ? { channel, email: email.trim() } : { channel, phone },
            },
            { onSuccess: setSent },
          )
        }
      >
        {channel === "email" ? (
          <TextInput
            type="email"
            label={profile.newEmail}
            description={profile.contactHint}
            autoComplete="email"
            data-autofocus
            {...form.getInputProps("email")}
          />
        ) : (
          <TextInput
            type="tel"
            label={profile.newPhone}
            description={profile.contactHint}
            autoComplete="tel"
            data-autofocus
            {...form.getInputProps("phone")}
          />
        )}
      </FormModal>
    );
  }
  const { email, phone } = form.getValues();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": shell.close }}>
      <CodeForm
        sent={profile.codeSent(channel === "email" ? email : phone)}
        expiresAt={sent.expiresAt}
        confirm={profile.confirmCode}
        error={confirm.error}
        busy={confirm.isPending}
        onCode={(digits) =>
          confirm.mutate(
            { body: { code: sent.code, digits } },
            {
              onSuccess: () => {
                tell.done(profile.contactChanged);
                onClose();
              },
            },
          )
        }
      />
    </Modal>
  );
}
