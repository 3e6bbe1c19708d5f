import { Button, VisuallyHidden } from "@mantine/core";
import {
  IconDownload,
  IconListDetails,
  IconPlayerPause,
  IconPlayerPlay,
} from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { OrderBanners } from "../orders/OrderBanners.tsx";
import { useOrganisation } from "../use-organisation.ts";
import { ExportModal } from "./ExportModal.tsx";
import { LiveMark } from "./LiveMark.tsx";
import styles from "./Log.module.css";
import { LogFilters } from "./LogFilters.tsx";
import { PassageTable } from "./PassageTable.tsx";
import { logSearch } from "./search.ts";
import type { LogSearch } from "./search.ts";
import { filterOf, useDoorLog } from "./use-door-log.ts";
import { useLogZone } from "./use-log-zone.ts";

/** The log as it is written, and as it is searched. */
export function DoorLog() {
  const { giving, doors } = useTexts();
  const { log: texts } = giving;
  const { id: organisation } = useOrganisation();
  const search = logSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const [exporting, setExporting] = useState(false);
  const timeZone = useLogZone(organisation, search.door);
  const log = useDoorLog(organisation, filterOf(search, timeZone));
  const { query, newest, waiting, over, paused, togglePause, state } = log;
  const go = (to: LogSearch) =>
    void navigate({ to: "/manage/$organisation/log", params: { organisation }, search: to });
  const searching = Object.keys(search).length > 0;
  const PauseIcon = paused ? IconPlayerPlay : IconPlayerPause;
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        <>
          {!over && (
            <Button
              variant="default"
              leftSection={<PauseIcon size={18} aria-hidden />}
              onClick={togglePause}
            >
              {paused ? texts.resume : texts.pause}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            disabled={!timeZone}
            onClick={() => setExporting(true)}
          >
            {texts.export.open}
          </Button>
        </>
      }
    >
      <OrderBanners organisation={organisation} />
      <LogFilters value={search} onChange={go} timeZone={timeZone} passages={query.items ?? []} />
      <div className={styles.state}>
        <LiveMark state={state} paused={paused} waiting={waiting} over={over} />
        {searching && (
          <Button variant="subtle" size="compact-md" onClick={() => go({})}>
            {texts.clearFilters}
          </Button>
        )}
      </div>
      <VisuallyHidden role="status">
        {newest &&
          texts.announce(
            newest.person?.name ?? texts.nobody,
            newest.door.name,
            doors.outcomes[newest.outcome],
          )}
      </VisuallyHidden>
      <ListFrame
        query={query}
        empty={
          searching ? (
            <EmptyNote
              icon={IconListDetails}
              title={texts.noneFit}
              action={
                <Button variant="default" onClick={() => go({})}>
                  {texts.clearFilters}
                </Button>
              }
            >
              {texts.noneFitText}
            </EmptyNote>
          ) : (
            <EmptyNote icon={IconListDetails} title={texts.empty}>
              {texts.emptyText}
            </EmptyNote>
          )
        }
      >
        {(items) => <PassageTable passages={items} />}
      </ListFrame>
      {exporting && timeZone && (
        <ExportModal search={search} timeZone={timeZone} onClose={() => setExporting(false)} />
      )}
    </Page>
  );
}
