import { Alert, Button, Group } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { Page } from "#parts/Page.tsx";
import { Panel } from "#parts/Panel.tsx";
import { Counts } from "./Counts.tsx";
import type { Plan } from "./use-import.ts";

type Props = { organisation: string; plan: Plan; onMore: () => void };

export function Done({ organisation, plan, onMore }: Props) {
  const { importing } = useTexts();
  return (
    <Page title={importing.done}>
      <Alert role="status" className="note" data-tone="good" icon={<IconCircleCheck aria-hidden />}>
        {importing.doneText}
      </Alert>
      <Panel title={importing.changed}>
        <Counts plan={plan} />
        <Group>
          <Button component={Link} to="/manage/$organisation/people" params={{ organisation }}>
            {importing.toPeople}
          </Button>
          <Button variant="default" onClick={onMore}>
            {importing.importMore}
          </Button>
        </Group>
      </Panel>
    </Page>
  );
}
