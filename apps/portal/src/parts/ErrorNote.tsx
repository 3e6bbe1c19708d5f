import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link, useLocation } from "@tanstack/react-router";
import { useTexts } from "../language/context.ts";
import { useProblemText } from "../language/use-problem-text.ts";
import { isProblem } from "../problem.ts";

type Props = { error: unknown; retry?: (() => void) | undefined };

/** Something failed: what, and a way on. */
export function ErrorNote({ error, retry }: Props) {
  const { privacy, problems } = useTexts();
  const { pathname } = useLocation();
  const text = useProblemText();
  return (
    <Alert role="alert" icon={<IconAlertTriangle aria-hidden />} className="note" data-tone="bad">
      <Group justify="space-between" gap="sm">
        <Text component="p" m={0} flex="1 1 16rem">
          {text(error)}
        </Text>
        {isProblem(error, "sign-in-again", "sign-in-older") && (
          <Button
            size="sm"
            variant="default"
            renderRoot={(props) => (
              <Link to="/sign-in" search={{ returnTo: pathname }} {...props} />
            )}
          >
            {privacy.signInAgain}
          </Button>
        )}
        {retry && (
          <Button size="sm" variant="default" onClick={retry}>
            {problems.retry}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
