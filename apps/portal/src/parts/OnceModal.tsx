import { Alert, Button, Group, Modal, Stack } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy, IconDownload } from "@tabler/icons-react";
import { download } from "#download.ts";
import { useTexts } from "#language/context.ts";
import styles from "#pages/manage/Manage.module.css";

type Props = {
  title: string;
  /** Why it has to be kept now, and kept well. */
  warning: string;
  text: string;
  /** JSON that can be saved under this name. */
  file?: string;
  onClose: () => void;
};

/** A secret that the server keeps no copy of, so this closes only by its button. */
export function OnceModal({ title, warning, text, file, onClose }: Props) {
  const { controllers: texts } = useTexts().manage;
  const clipboard = useClipboard();
  const Icon = clipboard.copied ? IconCheck : IconCopy;
  return (
    <Modal
      opened
      size="lg"
      title={title}
      onClose={onClose}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        <Alert className="note" data-tone="warn">
          {warning}
        </Alert>
        <pre className={styles.code} tabIndex={0} aria-label={title}>
          {text}
        </pre>
        <Group>
          <Button
            variant="default"
            leftSection={<Icon size={18} aria-hidden />}
            onClick={() => clipboard.copy(text)}
          >
            {clipboard.copied ? texts.copied : texts.copy}
          </Button>
          {file && (
            <Button
              variant="default"
              leftSection={<IconDownload size={18} aria-hidden />}
              onClick={() => download(file, "application/json", text)}
            >
              {texts.download}
            </Button>
          )}
          <Button ml="auto" onClick={onClose}>
            {texts.done}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
