import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { requestSmsCode } from "@terskel/identity/api/sign-in";
import { useTexts } from "#language/context.ts";
import { FormProblem } from "#parts/FormProblem.tsx";
import { useSend } from "#queries.ts";
import type { SentCode } from "./ways.ts";

type Values = { phone: string; organisationNumber: string };
type Props = {
  phone: string | undefined;
  organisationNumber: string | undefined;
  onSent: (sent: SentCode) => void;
  onBack: () => void;
};

export function SmsRequest({ phone = "", organisationNumber = "", onSent, onBack }: Props) {
  const { signIn } = useTexts();
  const form = useForm<Values>({ initialValues: { phone, organisationNumber } });
  const send = useSend(requestSmsCode);

  function submit(body: Values) {
    const request = { body };
    send.mutate(request, {
      onSuccess: (answer) => onSent({ ...answer, to: body.phone, way: "sms", request }),
    });
  }

  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack>
        <TextInput
          type="tel"
          label={signIn.phone}
          description={signIn.forOffice}
          autoComplete="tel"
          required
          withAsterisk={false}
          autoFocus
          {...form.getInputProps("phone")}
        />
        <TextInput
          label={signIn.organisationNumber}
          description={signIn.organisationNumberHint}
          inputMode="numeric"
          autoComplete="off"
          required
          withAsterisk={false}
          {...form.getInputProps("organisationNumber")}
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
