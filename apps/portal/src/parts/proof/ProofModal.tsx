import { Button, Modal, Stack, Text } from "@mantine/core";
import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { startEidProof } from "@terskel/identity/api/proof";
import { IconExternalLink, IconFingerprint } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { ErrorNote } from "../ErrorNote.tsx";
import { useFocusBack } from "../use-focus-back.ts";
import { useEid } from "#pages/sign-in/use-eid.ts";
import { usePasskeyProof } from "./use-passkey-proof.ts";

type Props = {
  text: string;
  /** Where the eID leads back to. */
  returnTo: string;
  onProven: () => void;
  onClose: () => void;
};

/** Who one is, is asked here: by passkey one stays where one is, and goes on. */
export function ProofModal({ text, returnTo, onProven, onClose }: Props) {
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
        <Text>{text}</Text>
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
          onClick={() => eid.start({ returnTo })}
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
