import { IconLock } from "@tabler/icons-react";
import { Link, Outlet } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { isOperator, useMe } from "#me.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { Calendars } from "#pages/manage/Calendars.tsx";
import { Page } from "#parts/Page.tsx";
import styles from "./Operator.module.css";

/** Around the pages of who runs the installation. */
export function Operator() {
  const { agreement, operator, manage } = useTexts();
  if (!isOperator(useMe())) {
    return (
      <Page title={manage.forbidden}>
        <EmptyNote icon={IconLock}>{manage.forbiddenText}</EmptyNote>
      </Page>
    );
  }
  return (
    <>
      <nav aria-label={operator.sections} className={styles.sections}>
        <Link to="/operator/organisations" className={styles.section}>
          {operator.organisations.title}
        </Link>
        <Link to="/operator/ended-agreements" className={styles.section}>
          {agreement.ended}
        </Link>
        <Link to="/operator/sign-in-attempts" className={styles.section}>
          {operator.attempts.title}
        </Link>
      </nav>
      <Calendars>
        <Outlet />
      </Calendars>
    </>
  );
}
