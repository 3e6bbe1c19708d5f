import { Alert, Button } from "@mantine/core";
import { agreement } from "@terskel/kernel/api/agreements";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { PlanTable } from "#pages/agreement/PlanTable.tsx";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Facts } from "#parts/Facts.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Panel } from "#parts/Panel.tsx";
import { read } from "#queries.ts";
import { EndForm } from "./EndForm.tsx";

/** An organisation's agreement: its end is set here, and what that does is seen before. */
export function Agreement() {
  const { agreement: words, operator } = useTexts();
  const formats = useFormats();
  const { organisation = "" } = useParams({ strict: false });
  const [asked, setAsked] = useState<{ lastDay: string; months: number }>();
  const params = { organisation };
  const query = useQuery({
    ...read(agreement, { params, query: asked ?? {} }),
    placeholderData: keepPreviousData,
  });
  const back = <Link to="/operator/organisations">{words.back}</Link>;
  const retry = () => void query.refetch();
  if (!query.data) {
    return <PageWait title={words.title} back={back} error={query.error} retry={retry} />;
  }
  const { data } = query;
  return (
    <Page
      title={words.of(data.organisation.name)}
      back={back}
      actions={
        data.ended && (
          <Button
            component={Link}
            to={`/operator/ended-agreements/${organisation}`}
            variant="default"
          >
            {words.report}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          [operator.organisations.number, data.organisation.number],
          [words.lastDay, data.endsAt ? formats.dateOf(data.endsAt) : words.runs],
          ...(data.dataGoesAt
            ? ([[words.dataGoes, formats.dateOf(data.dataGoesAt)]] as const)
            : []),
        ]}
      />
      {data.openRequests > 0 && (
        <Alert role="note" className="note" data-tone="warn">
          {words.open(data.openRequests)}
        </Alert>
      )}
      {!data.ended && <EndForm agreement={data} onAsk={setAsked} />}
      {query.isError && <ErrorNote error={query.error} retry={retry} />}
      <Panel title={words.plan} lead={words.planLead}>
        {data.plan.length === 0 ? (
          <p>{words.nothingStored}</p>
        ) : (
          <PlanTable label={words.plan} plan={data.plan} />
        )}
      </Panel>
    </Page>
  );
}
