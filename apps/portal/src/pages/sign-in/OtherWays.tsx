import { Alert, Button, Divider, Text } from "@mantine/core";
import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import type { signInOptions } from "@terskel/identity/api/sign-in";
import type { Received } from "@terskel/platform/contract";
import { IconFingerprint, IconMail, IconMessage2 } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { usePasskeySignIn } from "./use-passkey.ts";
import styles from "./SignIn.module.css";
import type { Way } from "./ways.ts";

type Props = {
  options: Received<typeof signInOptions> | undefined;
  onWay: (way: Way) => void;
  onDone: () => void;
};

export function OtherWays({ options, onWay, onDone }: Props) {
  const { signIn } = useTexts();
  const passkey = usePasskeySignIn(onDone);
  return (
    <>
      <Divider label={signIn.or} />
      <div role="group" aria-label={signIn.ways} className={styles.ways}>
        <Button
          variant="default"
          disabled={options?.emailNow === false}
          leftSection={<IconMail size={20} aria-hidden />}
          onClick={() => onWay("email")}
        >
          {signIn.byEmail}
        </Button>
        {options?.sms && (
          <Button
            variant="default"
            disabled={!options.smsNow}
            leftSection={<IconMessage2 size={20} aria-hidden />}
            onClick={() => onWay("sms")}
          >
            {signIn.bySms}
          </Button>
        )}
        {browserSupportsWebAuthn() && (
          <Button
            variant="default"
            leftSection={<IconFingerprint size={20} aria-hidden />}
            loading={passkey.isPending}
            onClick={() => passkey.mutate()}
          >
            {signIn.byPasskey}
          </Button>
        )}
      </div>
      {options?.emailNow === false && (
        <Alert role="note" className="note" data-tone="warn">
          {signIn.noEmailNow}
        </Alert>
      )}
      {options?.sms && !options.smsNow && (
        <Alert role="note" className="note" data-tone="warn">
          {signIn.noSmsNow}
        </Alert>
      )}
      {passkey.error && (
        <Text role="alert" c="var(--bad-ink)">
          {signIn.passkeyFailed}
        </Text>
      )}
    </>
  );
}
