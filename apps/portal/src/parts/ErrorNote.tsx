import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTexts } from "../language/context.ts";
import { useProblemText } from "../language/use-problem-text.ts";

type Props = { error: unknown; retry?: (() => void) | undefined };

/** Something failed: what, and a way on. */
export function ErrorNote({ error, retry }: Props) {
  const { problems } = useTexts();
  const text = useProblemText();
  return (
    <Alert role="alert" icon={<IconAlertTriangle aria-hidden />} className="note" data-tone="bad">
      <Group justify="space-between" gap="sm">
        <Text component="p" m={0} flex="1 1 16rem">
          {text(error)}
        </Text>
        {retry && (
          <Button size="sm" variant="default" onClick={retry}>
            {problems.retry}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
