import { openPerson, ownPurposes } from "@terskel/kernel/api/openings";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "#api.ts";
import { useTexts } from "#language/context.ts";
import { Opened } from "#pages/advice/Opened.tsx";
import { PurposeField } from "#pages/advice/PurposeField.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { read } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";

/** What is stored about one person, for one of the purposes that the reader works for. */
export function PersonData() {
  const { opening: words, people } = useTexts();
  const { id: organisation } = useOrganisation();
  const { person = "" } = useParams({ strict: false });
  const [purpose, setPurpose] = useState("");
  const query = useQuery(read(ownPurposes, { params: { organisation } }));
  const params = { organisation, person };
  const back = (
    <Link to="/manage/$organisation/people/$person" params={params}>
      {people.person}
    </Link>
  );
  if (!query.data) {
    const retry = () => void query.refetch();
    return <PageWait title={words.title} back={back} error={query.error} retry={retry} />;
  }
  return (
    <Page title={words.title} lead={words.lead} back={back}>
      <PurposeField purposes={query.data.items} value={purpose} onChange={setPurpose} />
      {purpose && (
        <Opened
          key={purpose}
          about={[openPerson.id, params, purpose]}
          fetch={async (more, signal) =>
            await call(openPerson, { params, query: { purpose, ...more } }, { signal })
          }
        />
      )}
    </Page>
  );
}
