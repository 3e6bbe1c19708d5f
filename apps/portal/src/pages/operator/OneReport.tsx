import { deletionReport } from "@terskel/kernel/api/agreements";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { Report } from "#pages/agreement/Report.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { read } from "#queries.ts";

/** One deletion report, as long as the organisation is known and after it is not. */
export function OneReport() {
  const { agreement: words } = useTexts();
  const { organisation = "" } = useParams({ strict: false });
  const query = useQuery(read(deletionReport, { params: { organisation } }));
  const back = <Link to="/operator/ended-agreements">{words.ended}</Link>;
  if (!query.data) {
    const { error, refetch } = query;
    return <PageWait title={words.report} back={back} error={error} retry={() => void refetch()} />;
  }
  return (
    <Page title={words.reportOf(query.data.organisation.name)} lead={words.reportLead} back={back}>
      <Report report={query.data} />
    </Page>
  );
}
