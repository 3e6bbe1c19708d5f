import { Alert, Button, Group, Modal, Stack } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy, IconDownload } from "@tabler/icons-react";
import { download } from "#download.ts";
import { useTexts } from "#language/context.ts";
import styles from "../Manage.module.css";

export type Enrolment = { readonly name: string; readonly content: Record<string, unknown> };
type Props = { enrolment: Enrolment; onClose: () => void };

/** A controller's enrolment. The server keeps no copy, so this closes only by its button. */
export function EnrolmentModal({ enrolment, onClose }: Props) {
  const { controllers: texts } = useTexts().manage;
  const clipboard = useClipboard();
  const text = JSON.stringify(enrolment.content, null, 2);
  return (
    <Modal
      opened
      size="lg"
      title={texts.enrolment(enrolment.name)}
      onClose={onClose}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        <Alert className="note" data-tone="warn">
          {texts.once}
        </Alert>
        <pre className={styles.code} tabIndex={0} aria-label={texts.enrolment(enrolment.name)}>
          {text}
        </pre>
        <Group>
          <Button
            variant="default"
            leftSection={
              clipboard.copied ? (
                <IconCheck size={18} aria-hidden />
              ) : (
                <IconCopy size={18} aria-hidden />
              )
            }
            onClick={() => clipboard.copy(text)}
          >
            {clipboard.copied ? texts.copied : texts.copy}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={() => download("enrolment.json", "application/json", text)}
          >
            {texts.download}
          </Button>
          <Button ml="auto" onClick={onClose}>
            {texts.done}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
