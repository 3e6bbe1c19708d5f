import { Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";

/** Asks for a sign-in of just now, and comes back here. */
export function useSignInAgain() {
  const { privacy, shell } = useTexts();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return () =>
    modals.openConfirmModal({
      title: privacy.signInAgain,
      children: <Text>{privacy.signInAgainText}</Text>,
      labels: { confirm: privacy.signInAgain, cancel: shell.cancel },
      closeButtonProps: { "aria-label": shell.close },
      onConfirm: () => void navigate({ to: "/sign-in", search: { returnTo: pathname } }),
    });
}
