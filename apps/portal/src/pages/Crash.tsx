import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTexts } from "../language/context.ts";
import { useProblemText } from "../language/use-problem-text.ts";
import { EmptyNote } from "../parts/EmptyNote.tsx";
import { Page } from "../parts/Page.tsx";
import { StandAlone } from "../parts/shell/StandAlone.tsx";
import { isProblem } from "../problem.ts";

/** A page that could not be shown: because the server was not reached, or by a fault of ours. */
export function Crash({ error }: { error: unknown }) {
  const { crash } = useTexts().shell;
  const problemText = useProblemText();
  return (
    <StandAlone>
      <Page title={crash.title}>
        <div role="alert">
          <EmptyNote
            icon={IconAlertTriangle}
            title={isProblem(error) ? problemText(error) : ""}
            action={<Button onClick={() => window.location.reload()}>{crash.reload}</Button>}
          >
            {crash.text}
          </EmptyNote>
        </div>
      </Page>
    </StandAlone>
  );
}
