import { Alert } from "@mantine/core";
import { handoverSources } from "@terskel/identity/api/handover";
import { IconFileText, IconPlugConnectedX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Facts } from "#parts/Facts.tsx";
import { FilePick } from "#parts/FilePick.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Panel } from "#parts/Panel.tsx";
import { read } from "#queries.ts";
import { Brought } from "./Brought.tsx";
import { LeftOut } from "./LeftOut.tsx";
import { Seen } from "./Seen.tsx";
import { useBring } from "./use-bring.ts";

/** One's own data from another installation: look first, then choose. */
export function Bring() {
  const { handover } = useTexts();
  const { bring } = handover;
  const { data, error, refetch } = useQuery(read(handoverSources, {}));
  const { file, tooLarge, preview, take, choose, look, startOver } = useBring();
  if (!data) return <PageWait title={bring.title} error={error} retry={() => void refetch()} />;
  const { installations } = data;
  return (
    <Page title={bring.title} lead={bring.lead} back={<Link to="/privacy">{handover.back}</Link>}>
      {installations.length === 0 ? (
        <Panel>
          <EmptyNote icon={IconPlugConnectedX} title={bring.none}>
            {bring.noneText}
          </EmptyNote>
        </Panel>
      ) : take.data ? (
        <Brought taken={take.data.taken} onMore={startOver} />
      ) : (
        <Panel>
          <Facts
            facts={[[bring.from, installations.map((each) => new URL(each).host).join(", ")]]}
          />
          <FilePick
            icon={IconFileText}
            words={bring}
            accept=".json,application/json"
            busy={preview.isPending}
            again={file !== undefined}
            onFile={(picked) => void choose(picked)}
          />
          {tooLarge && (
            <Alert role="alert" className="note" data-tone="bad">
              {bring.tooLarge}
            </Alert>
          )}
          {preview.error && <ErrorNote error={preview.error} />}
        </Panel>
      )}
      {preview.data && !take.data && (
        <>
          <Seen
            seen={preview.data}
            busy={take.isPending}
            error={take.error}
            onConfirm={(sections) => take.mutate(sections)}
            onProved={look}
          />
          <LeftOut all={preview.data.leftOut} />
        </>
      )}
    </Page>
  );
}
