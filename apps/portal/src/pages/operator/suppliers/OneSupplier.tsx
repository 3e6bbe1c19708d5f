import { Button } from "@mantine/core";
import { oneSupplier } from "@terskel/kernel/api/suppliers";
import { labels } from "@terskel/kernel/labels";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useSpeech } from "#language/context.ts";
import { useRegions } from "#language/use-regions.ts";
import { Facts } from "#parts/Facts.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Panel } from "#parts/Panel.tsx";
import { read } from "#queries.ts";
import { Agreements } from "./Agreements.tsx";
import { AgreementModal } from "./AgreementModal.tsx";
import { AgreementState } from "./AgreementState.tsx";
import { Answers } from "./Answers.tsx";

/** One supplier: its agreements, and what the organisations answer. */
export function OneSupplier() {
  const { language, texts } = useSpeech();
  const { suppliers: words } = texts;
  const regionOf = useRegions();
  const { supplier = "" } = useParams({ strict: false });
  const [registering, setRegistering] = useState(false);
  const query = useQuery(read(oneSupplier, { params: { supplier } }));
  const back = <Link to="/operator/suppliers">{words.back}</Link>;
  if (!query.data) {
    const { error, refetch } = query;
    return <PageWait title={words.title} back={back} error={error} retry={() => void refetch()} />;
  }
  const { data } = query;
  return (
    <Page
      title={data.name}
      back={back}
      actions={<Button onClick={() => setRegistering(true)}>{words.register}</Button>}
    >
      <Facts
        facts={[
          [words.recipient, words.recipients[data.recipient]],
          [words.numberShort, data.number],
          [words.country, regionOf(data.country)],
          ...(data.host
            ? ([
                [
                  words.host,
                  <span key="host" translate="no">
                    {data.host}
                  </span>,
                ],
              ] as const)
            : []),
          [words.labels, data.labels.map((label) => labels[label].text[language]).join(", ")],
          [words.agreement, <AgreementState key="state" {...data} />],
        ]}
      />
      <Panel title={words.agreements}>
        {data.agreements.length === 0 ? (
          <p>{words.noAgreements}</p>
        ) : (
          <Agreements supplier={supplier} agreements={data.agreements} />
        )}
      </Panel>
      <Answers supplier={supplier} />
      {registering && <AgreementModal supplier={supplier} onClose={() => setRegistering(false)} />}
    </Page>
  );
}
