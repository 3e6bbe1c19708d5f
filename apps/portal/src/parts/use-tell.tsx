import { notifications } from "@mantine/notifications";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useTexts } from "../language/context.ts";
import { useProblemText } from "../language/use-problem-text.ts";

/** Says in passing that something is done, or why it is not. */
export function useTell() {
  const { shell } = useTexts();
  const problemText = useProblemText();
  const notDone = (message: string) => {
    notifications.show({
      message,
      color: "red.8",
      icon: <IconAlertTriangle size={18} aria-hidden />,
      role: "alert",
      autoClose: 10_000,
      closeButtonProps: { "aria-label": shell.close },
    });
  };
  return {
    done: (message: string = shell.saved) => {
      notifications.show({
        message,
        color: "pine",
        icon: <IconCheck size={18} aria-hidden />,
        role: "status",
        closeButtonProps: { "aria-label": shell.close },
      });
    },
    notDone,
    failed: (error: unknown) => notDone(problemText(error)),
  };
}
