import { Button, Stack } from "@mantine/core";
import { requestEmailCode, requestSmsCode, verifyCode } from "@terskel/identity/api/sign-in";
import { useMutation } from "@tanstack/react-query";
import { call } from "#api.ts";
import { useTexts } from "#language/context.ts";
import { CodeForm } from "#parts/CodeForm.tsx";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { useSend } from "#queries.ts";
import type { SentCode } from "./ways.ts";

type Props = {
  sent: SentCode;
  onAgain: (sent: SentCode) => void;
  onBack: () => void;
  onDone: () => void;
};

export function CodeEntry({ sent, onAgain, onBack, onDone }: Props) {
  const { signIn } = useTexts();
  const verify = useSend(verifyCode);
  const again = useMutation({
    mutationFn: async (): Promise<SentCode> => ({
      ...sent,
      ...(await (sent.way === "email"
        ? call(requestEmailCode, sent.request)
        : call(requestSmsCode, sent.request))),
    }),
    onSuccess: onAgain,
  });
  return (
    <Stack>
      <CodeForm
        sent={signIn.codeSent(sent.to)}
        expiresAt={sent.expiresAt}
        confirm={signIn.confirm}
        error={verify.error}
        busy={verify.isPending}
        onCode={(digits) =>
          verify.mutate({ body: { code: sent.code, digits } }, { onSuccess: onDone })
        }
      />
      {again.error && <ErrorNote error={again.error} />}
      <Button variant="default" loading={again.isPending} onClick={() => again.mutate()}>
        {signIn.again}
      </Button>
      <Button variant="subtle" onClick={onBack}>
        {signIn.back}
      </Button>
    </Stack>
  );
}
