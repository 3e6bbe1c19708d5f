import { Button, Modal, Stack, Text } from "@mantine/core";
import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { startEidProof } from "@terskel/identity/api/proof";
import { IconExternalLink, IconFingerprint } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { useFocusBack } from "#parts/use-focus-back.ts";
import { useEid } from "../sign-in/use-eid.ts";
import { usePasskeyProof } from "./use-passkey-proof.ts";

type Props = { door: string; onProven: () => void; onClose: () => void };

/** A door that asks who one is, asks here: by passkey one stays where one is, and the door opens. */
export function ProofModal({ door, onProven, onClose }: Props) {
  const { doors, shell } = useTexts();
  const { proof } = doors;
  useFocusBack();
  const passkey = usePasskeyProof(proof.failed, onProven);
  const eid = useEid(startEidProof);
  const failure = passkey.error ?? eid.error;
  return (
    <Modal
      opened
      onClose={onClose}
      title={proof.title}
      closeButtonProps={{ "aria-label": shell.close }}
    >
      <Stack>
        <Text>{proof.text(door)}</Text>
        {failure && <ErrorNote error={failure} />}
        {browserSupportsWebAuthn() && (
          <Button
            size="md"
            data-autofocus
            leftSection={<IconFingerprint size={20} aria-hidden />}
            loading={passkey.isPending}
            onClick={() => passkey.mutate()}
          >
            {proof.byPasskey}
          </Button>
        )}
        <Button
          size="md"
          variant="default"
          rightSection={<IconExternalLink size={18} aria-hidden />}
          loading={eid.busy}
          onClick={() => eid.start({ returnTo: "/" })}
        >
          {proof.byEid}
        </Button>
        <Text size="sm" c="dimmed">
          {proof.eidHint}
        </Text>
      </Stack>
    </Modal>
  );
}
