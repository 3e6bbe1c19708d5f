import { Alert, Button } from "@mantine/core";
import { noticeVersions } from "@terskel/kernel/api/notice-versions";
import { readNoticeDetails } from "@terskel/kernel/api/notices";
import { IconFileText } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSpeech } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { noticeAddress } from "#parts/shell/NoticeLinks.tsx";
import { Tag } from "#parts/Tag.tsx";
import { type Item, read, useList } from "#queries.ts";
import { DeskSections } from "./DeskSections.tsx";
import { useOrganisation } from "../use-organisation.ts";
import { AnnounceModal } from "./AnnounceModal.tsx";
import { News } from "./News.tsx";
import { NoticeDetailsModal } from "./NoticeDetailsModal.tsx";
import { NoticeTellings } from "./NoticeTellings.tsx";

type Row = Item<typeof noticeVersions>;

const tones = { "in-force": "good", waiting: "warn", announced: "warn" } as const;

/** The organisation's notice: what is in force, what waits, what is new in each, and who was told. */
export function Notice() {
  const { language, texts } = useSpeech();
  const { notice } = texts;
  const formats = useFormats();
  const { id } = useOrganisation();
  const params = { organisation: id };
  const query = useList(noticeVersions, { params });
  const details = useQuery(read(readNoticeDetails, { params }));
  const [open, setOpen] = useState<"details" | Row>();
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const waiting = rows.find(({ state }) => state === "waiting");
  const isMissing =
    details.data && !(details.data.address && details.data.email && details.data.phone);
  const base = `/notices/${id}`;
  return (
    <Page
      title={notice.title}
      lead={notice.lead}
      back={<DeskSections />}
      actions={
        <>
          <Button component="a" href={noticeAddress(language, id)}>
            {notice.read}
          </Button>
          <Button variant="default" disabled={!details.data} onClick={() => setOpen("details")}>
            {notice.details}
          </Button>
        </>
      }
    >
      {isMissing && (
        <Alert role="note" className="note" data-tone="warn">
          {notice.missing}
        </Alert>
      )}
      {waiting && (
        <Alert role="note" className="note" data-tone="warn" title={notice.waits(waiting.number)}>
          <p>{notice.waitsText}</p>
          <Button onClick={() => setOpen(waiting)}>{notice.announce}</Button>
        </Alert>
      )}
      <ListFrame query={query} empty={<EmptyNote icon={IconFileText} title={notice.noTellings} />}>
        {(items) => (
          <DataTable
            label={notice.versions}
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              { key: "number", label: notice.title, cell: ({ number }) => notice.version(number) },
              {
                key: "state",
                label: notice.state,
                cell: ({ state, inForceAt }) => (
                  <span>
                    <Tag {...(state in tones ? { tone: tones[state as keyof typeof tones] } : {})}>
                      {notice.states[state]}
                    </Tag>{" "}
                    {inForceAt && formats.dateOf(inForceAt)}
                  </span>
                ),
              },
              { key: "news", label: notice.news, cell: (row) => <News row={row} /> },
              {
                key: "told",
                label: notice.told,
                cell: ({ told, unreachable, failed }) =>
                  told + unreachable + failed === 0
                    ? "–"
                    : notice.toldOf(told, unreachable, failed),
              },
            ]}
            actionsLabel={notice.compare}
            actions={({ number, state }) =>
              number > 1 && ["in-force", "past", "announced"].includes(state) ? (
                <Button
                  component="a"
                  href={`${base}/compare?from=${number - 1}&to=${number}&lang=${language}`}
                  variant="default"
                  size="sm"
                  aria-label={notice.compareOf(number)}
                >
                  {notice.compare}
                </Button>
              ) : null
            }
          />
        )}
      </ListFrame>
      <NoticeTellings organisation={id} />
      {open === "details" && details.data && (
        <NoticeDetailsModal
          organisation={id}
          details={details.data}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open && open !== "details" && (
        <AnnounceModal organisation={id} version={open} onClose={() => setOpen(undefined)} />
      )}
    </Page>
  );
}
