import { Button, NativeSelect } from "@mantine/core";
import { sites } from "@terskel/access/api/places";
import { IconBuilding, IconDownload, IconFileSpreadsheet } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { download } from "#download.ts";
import { useTexts } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { FilePick } from "#parts/FilePick.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Panel } from "#parts/Panel.tsx";
import { all, type Item } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";
import { Done } from "./Done.tsx";
import { FileProblem } from "./FileProblem.tsx";
import { Preview } from "./Preview.tsx";
import { useImport } from "./use-import.ts";

/** From a spreadsheet to people, units and access: look first, then write. */
export function Import() {
  const { importing, manage } = useTexts();
  const { id: organisation } = useOrganisation();
  const { data, error, refetch } = useQuery(all(sites, { params: { organisation } }));

  if (!data) {
    return <PageWait title={importing.title} error={error} retry={() => void refetch()} />;
  }
  const [first, ...others] = data;
  if (!first) {
    return (
      <Page title={importing.title} lead={importing.lead}>
        <EmptyNote
          icon={IconBuilding}
          title={importing.needsSite}
          action={
            <Button component={Link} to="/manage/$organisation/sites" params={{ organisation }}>
              {manage.doors.addSite}
            </Button>
          }
        >
          {importing.needsSiteText}
        </EmptyNote>
      </Page>
    );
  }
  return <ImportTo organisation={organisation} sites={[first, ...others]} />;
}

type Site = Item<typeof sites>;
type Props = { organisation: string; sites: readonly [Site, ...Site[]] };

function ImportTo({ organisation, sites: places }: Props) {
  const { importing } = useTexts();
  const [site, setSite] = useState(places[0].id);
  const { file, tooLarge, preview, confirm, choose, startOver } = useImport(organisation, site);

  if (confirm.data) {
    return <Done organisation={organisation} plan={confirm.data} onMore={startOver} />;
  }
  return (
    <Page
      title={importing.title}
      lead={importing.lead}
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          onClick={() =>
            // The byte order mark tells Excel that this is UTF-8.
            download(
              importing.templateFile,
              "text/csv;charset=utf-8",
              `\uFEFF${importing.templateRows}`,
            )
          }
        >
          {importing.template}
        </Button>
      }
    >
      <Panel>
        <NativeSelect
          label={importing.site}
          description={importing.siteHint}
          data={places.map(({ id, name }) => ({ value: id, label: name }))}
          value={site}
          onChange={({ currentTarget: { value } }) => {
            setSite(value);
            startOver();
          }}
        />
        <FilePick
          icon={IconFileSpreadsheet}
          words={importing}
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          busy={preview.isPending}
          again={file !== undefined}
          onFile={(picked) => void choose(picked)}
        />
        <FileProblem error={preview.error} tooLarge={tooLarge} />
      </Panel>
      {file && preview.data && (
        <Preview
          file={file.name}
          plan={preview.data}
          busy={confirm.isPending}
          error={confirm.error}
          onConfirm={() => confirm.mutate()}
        />
      )}
    </Page>
  );
}
