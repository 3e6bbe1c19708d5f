import { Alert, Button, Stack, TextInput } from "@mantine/core";
import { useEffect, useState, type SubmitEvent } from "react";
import { useTexts } from "../language/context.ts";
import { useDuration } from "../language/use-duration.ts";
import { useProblemText } from "../language/use-problem-text.ts";
import { isProblem } from "../problem.ts";
import styles from "./CodeForm.module.css";
import { useSecondsUntil } from "./use-seconds-until.ts";
import { useSmsCode } from "./use-sms-code.ts";

type Props = {
  /** Where the code went, in a sentence. */
  sent: string;
  expiresAt: string;
  confirm: string;
  error: unknown;
  busy: boolean;
  onCode: (digits: string) => void;
};

/** After so many wrong tries the server accepts the code no more. */
const triesOfACode = 5;

/** One field for six digits: paste, one-time-code filling and screen readers all know what to do with it. */
export function CodeForm({ sent, expiresAt, confirm, error, busy, onCode }: Props) {
  const { signIn, problems } = useTexts();
  const problemText = useProblemText();
  const duration = useDuration();
  const [digits, setDigits] = useState("");
  const [incomplete, setIncomplete] = useState(false);
  const left = useSecondsUntil(expiresAt);
  const [failures, setFailures] = useState(0);
  const worn = failures >= triesOfACode;
  const limited = isProblem(error) && error.status === 429;
  const wait = limited ? error.retryAfterSeconds : undefined;

  useEffect(() => {
    if (!error) return;
    setDigits("");
    if (isProblem(error, "wrong-code")) setFailures((count) => count + 1);
  }, [error]);
  useSmsCode(write);

  function write(text: string) {
    const next = text.replace(/\D/g, "").slice(0, 6);
    setDigits(next);
    setIncomplete(false);
    if (next.length === 6 && next !== digits) onCode(next);
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (digits.length === 6) onCode(digits);
    else setIncomplete(true);
  }

  const wrong = incomplete ? problems.fields.digits : error ? problemText(error) : undefined;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <p className={styles.sent}>{sent}</p>
        <TextInput
          label={signIn.code}
          classNames={{ input: styles.digits ?? "" }}
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus
          size="lg"
          value={digits}
          error={limited || worn ? undefined : wrong}
          disabled={left === 0 || worn}
          onChange={(event) => write(event.currentTarget.value)}
        />
        {limited && (
          <Alert role="alert" className="note" data-tone="warn">
            {signIn.tooMany} {wait ? signIn.tryAgainIn(duration(wait)) : ""}
          </Alert>
        )}
        {left === 0 || worn ? (
          <Alert role="alert" className="note" data-tone="warn">
            {worn ? signIn.worn : signIn.expired}
          </Alert>
        ) : (
          <Button type="submit" size="lg" loading={busy}>
            {confirm}
          </Button>
        )}
        {left > 0 && !worn && <p className={styles.valid}>{signIn.validFor(duration(left))}</p>}
      </Stack>
    </form>
  );
}
