import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { requestEmailCode } from "@terskel/identity/api/sign-in";
import { useTexts } from "#language/context.ts";
import { FormProblem } from "#parts/FormProblem.tsx";
import { useSend } from "#queries.ts";
import type { SentCode } from "./ways.ts";

type Props = {
  email: string | undefined;
  onSent: (sent: SentCode) => void;
  onBack: () => void;
};

export function EmailRequest({ email = "", onSent, onBack }: Props) {
  const { signIn } = useTexts();
  const form = useForm({ initialValues: { email } });
  const send = useSend(requestEmailCode);

  function submit(values: { email: string }) {
    const request = { body: { email: values.email.trim() } };
    send.mutate(request, {
      onSuccess: (answer) => onSent({ ...answer, to: request.body.email, way: "email", request }),
    });
  }

  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack>
        <TextInput
          type="email"
          label={signIn.email}
          autoComplete="email"
          inputMode="email"
          required
          withAsterisk={false}
          data-autofocus
          autoFocus
          {...form.getInputProps("email")}
        />
        <FormProblem error={send.error} form={form} />
        <Button type="submit" size="lg" loading={send.isPending}>
          {signIn.sendCode}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {signIn.back}
        </Button>
      </Stack>
    </form>
  );
}
