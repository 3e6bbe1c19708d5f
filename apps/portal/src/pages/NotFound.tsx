import { Button } from "@mantine/core";
import { IconDoorOff } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTexts } from "../language/context.ts";
import { EmptyNote } from "../parts/EmptyNote.tsx";
import { Page } from "../parts/Page.tsx";
import { StandAlone } from "../parts/shell/StandAlone.tsx";

export function NotFound() {
  const { notFound } = useTexts().shell;
  return (
    <StandAlone>
      <Page title={notFound.title}>
        <EmptyNote
          icon={IconDoorOff}
          title="404"
          action={
            <Button component={Link} to="/">
              {notFound.home}
            </Button>
          }
        >
          {notFound.text}
        </EmptyNote>
      </Page>
    </StandAlone>
  );
}
