import { Button, NativeSelect } from "@mantine/core";
import { sites } from "@terskel/access/api/places";
import { IconBuilding, IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { download } from "#download.ts";
import { useTexts } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Page } from "#parts/Page.tsx";
import { Panel } from "#parts/Panel.tsx";
import { all } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";
import { Done } from "./Done.tsx";
import { FilePick } from "./FilePick.tsx";
import { FileProblem } from "./FileProblem.tsx";
import { Preview } from "./Preview.tsx";
import { useImport } from "./use-import.ts";

/** From a spreadsheet to people, units and access: look first, then write. */
export function Import() {
  const { importing, manage } = useTexts();
  const { id: organisation } = useOrganisation();
  const places = useQuery(all(sites, { params: { organisation } }));
  const [chosen, setChosen] = useState("");
  const site = chosen || (places.data?.[0]?.id ?? "");
  const { file, tooLarge, preview, confirm, choose, startOver } = useImport(organisation, site);

  if (places.error) return <ErrorNote error={places.error} retry={() => void places.refetch()} />;
  if (places.data?.length === 0) {
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
          data={places.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={site}
          onChange={({ currentTarget: { value } }) => {
            setChosen(value);
            startOver();
          }}
        />
        <FilePick
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
