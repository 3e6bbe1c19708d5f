import { IconLock } from "@tabler/icons-react";
import { Outlet } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { isOperator, mustSign, useMe } from "#me.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { Calendars } from "#pages/manage/Calendars.tsx";
import { Page } from "#parts/Page.tsx";
import { Sections } from "#parts/Sections.tsx";
import { Confidentiality } from "./Confidentiality.tsx";

/** Around the pages of who runs the installation. */
export function Operator() {
  const { agreement, choices, customers, operator, manage, suppliers, support } = useTexts();
  const me = useMe();
  if (!isOperator(me)) {
    return (
      <Page title={manage.forbidden}>
        <EmptyNote icon={IconLock}>{manage.forbiddenText}</EmptyNote>
      </Page>
    );
  }
  // Nothing of anyone is shown to who has not signed; the server refuses it too.
  if (mustSign(me)) return <Confidentiality />;
  return (
    <>
      <Sections
        label={operator.sections}
        links={[
          { to: "/operator/organisations", label: operator.organisations.title },
          { to: "/operator/support", label: support.title },
          { to: "/operator/ended-agreements", label: agreement.ended },
          { to: "/operator/contacts", label: customers.contacts.title },
          { to: "/operator/mailings", label: customers.mailings.title },
          { to: "/operator/surveys", label: customers.surveys.title },
          { to: "/operator/suppliers", label: suppliers.title },
          { to: "/operator/confidentiality", label: suppliers.secrecy },
          { to: "/operator/sign-in-attempts", label: operator.attempts.title },
          { to: "/operator/page-views", label: choices.views.title },
        ]}
      />
      <Calendars>
        <Outlet />
      </Calendars>
    </>
  );
}
