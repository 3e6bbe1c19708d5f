import { Button, VisuallyHidden } from "@mantine/core";
import { IconListDetails, IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { DoorFilter } from "#parts/pickers/DoorFilter.tsx";
import { OrderBanners } from "../orders/OrderBanners.tsx";
import styles from "../Manage.module.css";
import { useOrganisation } from "../use-organisation.ts";
import { LiveMark } from "./LiveMark.tsx";
import { PassageTable } from "./PassageTable.tsx";
import { useDoorLog } from "./use-door-log.ts";

/** The log as it is written. */
export function DoorLog() {
  const { giving, doors } = useTexts();
  const { log: texts } = giving;
  const { id: organisation } = useOrganisation();
  const { door } = useSearch({ strict: false });
  const navigate = useNavigate();
  const { query, newest, waiting, paused, togglePause, state } = useDoorLog(organisation, door);
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        <Button
          variant="default"
          leftSection={
            paused ? (
              <IconPlayerPlay size={18} aria-hidden />
            ) : (
              <IconPlayerPause size={18} aria-hidden />
            )
          }
          onClick={togglePause}
        >
          {paused ? texts.resume : texts.pause}
        </Button>
      }
    >
      <OrderBanners organisation={organisation} />
      <div className={styles.filters}>
        <div className={styles.grow}>
          <DoorFilter
            organisation={organisation}
            value={door}
            onChange={(chosen) =>
              void navigate({
                to: "/manage/$organisation/log",
                params: { organisation },
                search: chosen ? { door: chosen } : {},
                replace: true,
              })
            }
          />
        </div>
        <LiveMark state={state} paused={paused} waiting={waiting} />
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
          <EmptyNote icon={IconListDetails} title={texts.empty}>
            {texts.emptyText}
          </EmptyNote>
        }
      >
        {(items) => <PassageTable passages={items} />}
      </ListFrame>
    </Page>
  );
}
