import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import {
  type PublicKeyCredentialCreationOptionsJSON,
  startRegistration,
} from "@simplewebauthn/browser";
import { addPasskey, passkeys, startPasskey } from "@terskel/identity/api/sessions";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "#api.ts";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { ProblemError, isProblem } from "#problem.ts";

/** Names a new passkey, then lets the browser make it. */
export function PasskeyModal({ onClose }: { onClose: () => void }) {
  const { profile } = useTexts();
  const tell = useTell();
  const client = useQueryClient();
  const form = useForm({ initialValues: { name: "" } });
  const add = useMutation({
    mutationFn: async ({ name }: { name: string }) => {
      const optionsJSON = (await call(startPasskey, {
        body: {},
      })) as unknown as PublicKeyCredentialCreationOptionsJSON;
      const response = await startRegistration({ optionsJSON }).catch(() => {
        throw new ProblemError({ status: 0, code: "passkey", detail: profile.passkeyFailed });
      });
      await call(addPasskey, { body: { name, response: { ...response } } });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [passkeys.id] });
      tell.done(profile.passkeyAdded);
      onClose();
    },
  });
  return (
    <FormModal
      title={profile.addPasskey}
      submit={profile.addPasskey}
      form={form}
      busy={add.isPending}
      error={isProblem(add.error) ? add.error : undefined}
      onSubmit={(values) => add.mutate(values)}
      onClose={onClose}
    >
      <TextInput
        label={profile.passkeyName}
        description={profile.passkeyNameHint}
        maxLength={60}
        data-autofocus
        {...form.getInputProps("name")}
      />
    </FormModal>
  );
}
