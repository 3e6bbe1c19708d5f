import { ownAgreement, ownDeletionReport } from "@terskel/kernel/api/agreements";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert } from "@mantine/core";
import { useTexts } from "#language/context.ts";
import { PlanTable } from "#pages/agreement/PlanTable.tsx";
import { AgreementNotice } from "#pages/agreement/Notice.tsx";
import { Report } from "#pages/agreement/Report.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Panel } from "#parts/Panel.tsx";
import { read } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";

/** When the organisation's agreement ends, what then goes, and once it has, what went. */
export function OwnAgreement() {
  const { agreement: words, desk } = useTexts();
  const { id, membership } = useOrganisation();
  const params = { organisation: id };
  const query = useQuery(read(ownAgreement, { params }));
  const ended = query.data?.ended ?? false;
  const report = useQuery({ ...read(ownDeletionReport, { params }), enabled: ended });
  const back = (
    <Link to="/manage/$organisation/privacy" params={params}>
      {desk.back}
    </Link>
  );
  if (!query.data) {
    const { error, refetch } = query;
    return <PageWait title={words.title} back={back} error={error} retry={() => void refetch()} />;
  }
  const { plan, openRequests } = query.data;
  return (
    <Page title={words.title} lead={membership.agreement ? undefined : words.runs} back={back}>
      <AgreementNotice membership={membership} linked={false} />
      {openRequests > 0 && membership.agreement && (
        <Alert role="note" className="note" data-tone="warn">
          {words.open(openRequests)}
        </Alert>
      )}
      {report.data ? (
        <Report report={report.data} />
      ) : (
        <Panel title={words.plan} lead={words.planLead}>
          <PlanTable label={words.plan} plan={plan} />
        </Panel>
      )}
    </Page>
  );
}
