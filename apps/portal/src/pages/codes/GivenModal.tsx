import { Alert, Button, Group, Modal, Stack } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { Digits } from "#parts/Digits.tsx";
import type { Given } from "./CodeModal.tsx";

/** The cloud can tell it to nobody again, so this closes only by its button. */
export function GivenModal({ given, onClose }: { given: Given; onClose: () => void }) {
  const { codes: texts } = useTexts().keypads;
  const { name, number, doors, until } = given;
  const formats = useFormats(doors[0]?.timeZone);
  const clipboard = useClipboard();
  const Icon = clipboard.copied ? IconCheck : IconCopy;
  const message = texts.message(
    number,
    doors.map((door) => door.name).join(", "),
    formats.dateTime(until),
  );
  return (
    <Modal
      opened
      title={texts.shown(name)}
      onClose={onClose}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        <Digits label={texts.shown(name)} digits={number} />
        <Alert className="note" data-tone="warn">
          {texts.keep}
        </Alert>
        <p style={{ margin: 0 }}>{message}</p>
        <Group justify="space-between">
          <Button
            data-autofocus
            leftSection={<Icon size={18} aria-hidden />}
            onClick={() => clipboard.copy(message)}
          >
            {clipboard.copied ? texts.copied : texts.copy}
          </Button>
          <Button variant="default" onClick={onClose}>
            {texts.done}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
