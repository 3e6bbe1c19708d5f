import { Button, Divider, Text } from "@mantine/core";
import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { IconFingerprint, IconMail, IconMessage2 } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { usePasskeySignIn } from "./use-passkey.ts";
import styles from "./SignIn.module.css";
import type { Way } from "./ways.ts";

type Props = { sms: boolean; onWay: (way: Way) => void; onDone: () => void };

export function OtherWays({ sms, onWay, onDone }: Props) {
  const { signIn } = useTexts();
  const passkey = usePasskeySignIn(onDone);
  return (
    <>
      <Divider label={signIn.or} />
      <div role="group" aria-label={signIn.ways} className={styles.ways}>
        <Button
          variant="default"
          leftSection={<IconMail size={20} aria-hidden />}
          onClick={() => onWay("email")}
        >
          {signIn.byEmail}
        </Button>
        {sms && (
          <Button
            variant="default"
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
      {passkey.error && (
        <Text role="alert" c="var(--bad-ink)">
          {signIn.passkeyFailed}
        </Text>
      )}
    </>
  );
}
