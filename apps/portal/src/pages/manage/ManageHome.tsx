import { IconSettings2 } from "@tabler/icons-react";
import { Navigate } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { useManaged } from "#managed.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";

/** On to the first organisation there is something to manage in. */
export function ManageHome() {
  const { manage } = useTexts();
  const { pending, error, retry, managed } = useManaged();
  const organisation = managed[0]?.membership.organisation.id;
  if (organisation)
    return <Navigate to="/manage/$organisation" params={{ organisation }} replace />;
  if (pending || error) return <PageWait title={manage.title} error={error} retry={retry} />;
  return (
    <Page title={manage.title}>
      <EmptyNote icon={IconSettings2} title={manage.nothing}>
        {manage.nothingText}
      </EmptyNote>
    </Page>
  );
}
