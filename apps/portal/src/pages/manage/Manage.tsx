import { NativeSelect } from "@mantine/core";
import { IconChevronLeft, IconLock } from "@tabler/icons-react";
import { Link, Outlet, useLocation, useNavigate, useParams } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { useManaged } from "#managed.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Calendars } from "./Calendars.tsx";
import styles from "./Manage.module.css";

/** Around the administrator's pages: which organisation, and the way back on a phone. */
export function Manage() {
  const { manage } = useTexts();
  const { organisation = "" } = useParams({ strict: false });
  const { pending, error, retry, managed } = useManaged();
  const navigate = useNavigate();
  const pathname = useLocation({ select: (location) => location.pathname });
  const here = managed.find(({ membership }) => membership.organisation.id === organisation);

  if (!here && (pending || error)) {
    return <PageWait title={manage.title} error={error} retry={retry} />;
  }
  if (!here) {
    return (
      <Page title={manage.forbidden}>
        <EmptyNote icon={IconLock}>{manage.forbiddenText}</EmptyNote>
      </Page>
    );
  }
  const atOverview = pathname.replace(/\/$/, "").endsWith(organisation);
  return (
    <Calendars>
      <div className={styles.top}>
        {!atOverview && (
          <Link to="/manage/$organisation" params={{ organisation }} className={styles.back}>
            <IconChevronLeft size={18} aria-hidden />
            {manage.toOverview}
          </Link>
        )}
        {managed.length > 1 ? (
          <NativeSelect
            aria-label={manage.organisation}
            size="sm"
            value={organisation}
            data={managed.map(({ membership: { organisation: each } }) => ({
              value: each.id,
              label: each.name,
            }))}
            onChange={({ currentTarget: { value } }) =>
              void navigate({ to: "/manage/$organisation", params: { organisation: value } })
            }
          />
        ) : (
          <p className={styles.name}>{here.membership.organisation.name}</p>
        )}
      </div>
      <Outlet key={organisation} />
    </Calendars>
  );
}
