import { openPerson, ownPurposes } from "@terskel/kernel/api/openings";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "#api.ts";
import { Opened } from "#pages/advice/Opened.tsx";
import { PurposeField } from "#pages/advice/PurposeField.tsx";
import { PartWait } from "#parts/PartWait.tsx";
import { read } from "#queries.ts";

/** What is stored about one person, for one of the purposes that the reader works for. */
export function Stored({ organisation, person }: { organisation: string; person: string }) {
  const [purpose, setPurpose] = useState("");
  const query = useQuery(read(ownPurposes, { params: { organisation } }));
  const params = { organisation, person };
  if (!query.data) return <PartWait error={query.error} retry={() => void query.refetch()} />;
  return (
    <>
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
    </>
  );
}
