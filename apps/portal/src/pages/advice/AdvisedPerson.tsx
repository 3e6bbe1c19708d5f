import { oneAdvice, openAdvised } from "@terskel/kernel/api/advice";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "#api.ts";
import { useTexts } from "#language/context.ts";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { read } from "#queries.ts";
import { Opened } from "./Opened.tsx";
import { PurposeField } from "./PurposeField.tsx";

/** One person's data, for one of the assignment's purposes at a time. */
export function AdvisedPerson() {
  const { advisers: words } = useTexts();
  const { adviser = "", person = "" } = useParams({ strict: false });
  const [purpose, setPurpose] = useState("");
  const query = useQuery(read(oneAdvice, { params: { adviser } }));
  const back = (
    <Link to="/advice/$adviser" params={{ adviser }}>
      {query.data?.organisation ?? words.back}
    </Link>
  );
  if (!query.data) {
    const retry = () => void query.refetch();
    return <PageWait title={words.person} back={back} error={query.error} retry={retry} />;
  }
  const params = { adviser, person };
  return (
    <Page title={words.person} lead={words.purposeLead} back={back}>
      <PurposeField purposes={query.data.purposes} value={purpose} onChange={setPurpose} />
      {purpose && (
        <Opened
          key={purpose}
          about={[openAdvised.id, params, purpose]}
          fetch={async (more, signal) =>
            await call(openAdvised, { params, query: { purpose, ...more } }, { signal })
          }
        />
      )}
    </Page>
  );
}
