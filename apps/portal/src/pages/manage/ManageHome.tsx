import { Skeleton } from "@mantine/core";
import { IconSettings2 } from "@tabler/icons-react";
import { Navigate } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { useManaged } from "#managed.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { Page } from "#parts/Page.tsx";

/** On to the first organisation there is something to manage in. */
export function ManageHome() {
  const { manage, shell } = useTexts();
  const { pending, managed } = useManaged();
  const organisation = managed[0]?.membership.organisation.id;
  if (organisation)
    return <Navigate to="/manage/$organisation" params={{ organisation }} replace />;
  if (pending) return <Skeleton height={240} radius="lg" aria-label={shell.loading} />;
  return (
    <Page title={manage.title}>
      <EmptyNote icon={IconSettings2} title={manage.nothing}>
        {manage.nothingText}
      </EmptyNote>
    </Page>
  );
}
