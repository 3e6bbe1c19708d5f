import { Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useTexts } from "../language/context.ts";

type Question = {
  title: string;
  /** What will be gone, and for whom. */
  text: string;
  /** The verb on the button: "Remove door", never "OK". */
  confirm: string;
  onConfirm: () => void;
};

/** Asks before something that cannot be undone. */
export function useConfirm(): (question: Question) => void {
  const { shell } = useTexts();
  return ({ title, text, confirm, onConfirm }) =>
    modals.openConfirmModal({
      title,
      children: <Text>{text}</Text>,
      labels: { confirm, cancel: shell.cancel },
      confirmProps: { color: "red.8" },
      closeButtonProps: { "aria-label": shell.close },
      onConfirm,
    });
}
