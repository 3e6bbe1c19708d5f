import { Button, Group } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { Panel } from "#parts/Panel.tsx";
import type { Takeable } from "./use-bring.ts";

type Props = { taken: readonly Takeable[]; onMore: () => void };

/** What was brought. */
export function Brought({ taken, onMore }: Props) {
  const { handover } = useTexts();
  const { bring } = handover;
  const names = taken.map((each) => bring.sections[each]).join(", ");
  return (
    <Panel>
      <div role="status">
        <EmptyNote
          icon={IconCircleCheck}
          title={taken.length > 0 ? `${bring.done}: ${names}` : bring.unchanged}
          action={
            <Group justify="center">
              <Button component={Link} to="/profile">
                {bring.toProfile}
              </Button>
              <Button variant="default" onClick={onMore}>
                {bring.another}
              </Button>
            </Group>
          }
        >
          {bring.doneText}
        </EmptyNote>
      </div>
    </Panel>
  );
}
