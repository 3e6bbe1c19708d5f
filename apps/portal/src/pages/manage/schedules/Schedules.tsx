import { Menu } from "@mantine/core";
import { removeSchedule, schedules } from "@terskel/access/api/schedules";
import { IconCalendarTime, IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { ListPage } from "#parts/ListPage.tsx";
import { RowMenu } from "#parts/RowMenu.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useList, useSend } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";
import { ScheduleModal } from "./ScheduleModal.tsx";
import type { Schedule } from "./ScheduleModal.tsx";
import styles from "./Schedules.module.css";
import { useDays } from "./use-days.ts";

/** The hours that accesses can keep to. */
export function Schedules() {
  const { schedules: texts, manage } = useTexts();
  const { hoursText, weekText } = useDays();
  const confirm = useConfirm();
  const tell = useTell();
  const { id: organisation } = useOrganisation();
  const [open, setOpen] = useState<{ schedule?: Schedule }>();
  const query = useList(schedules, { params: { organisation } });
  const remove = useSend(removeSchedule, { refresh: [schedules] });
  const askToRemove = ({ id, name }: Schedule) =>
    confirm({
      title: texts.removeTitle(name),
      text: texts.removeText,
      confirm: texts.remove,
      onConfirm: () =>
        remove.mutate(
          { params: { organisation, schedule: id } },
          { onSuccess: () => tell.done(texts.removed), onError: tell.failed },
        ),
    });
  return (
    <ListPage
      texts={texts}
      icon={IconCalendarTime}
      query={query}
      onAdd={() => setOpen({})}
      columns={[
        { key: "name", label: texts.name, cell: ({ name }) => name },
        {
          key: "hours",
          label: texts.hours,
          cell: ({ week, holidays, halfDays, exceptions }) => (
            <ul className={styles.summary}>
              {weekText(week).map((line) => (
                <li key={line}>{line}</li>
              ))}
              {weekText(week).length === 0 && <li>{texts.closed}</li>}
              {holidays && (
                <li>
                  {texts.holidays}: {hoursText(holidays)}
                </li>
              )}
              {halfDays && (
                <li>
                  {texts.halfDays}: {hoursText(halfDays)}
                </li>
              )}
              {exceptions.length > 0 && (
                <li>
                  {texts.exceptions}: {exceptions.map(({ name }) => name).join(", ")}
                </li>
              )}
            </ul>
          ),
        },
        { key: "grants", label: texts.used, cell: ({ grants }) => grants },
        { key: "doors", label: texts.usedByDoors, cell: ({ doors }) => doors },
      ]}
      actionsLabel={manage.actions}
      actions={(row) => (
        <RowMenu label={manage.actionsFor(row.name)}>
          <Menu.Item
            leftSection={<IconPencil size={18} aria-hidden />}
            onClick={() => setOpen({ schedule: row })}
          >
            {manage.edit}
          </Menu.Item>
          <Menu.Item
            color="var(--bad-ink)"
            leftSection={<IconTrash size={18} aria-hidden />}
            onClick={() => askToRemove(row)}
          >
            {texts.remove}
          </Menu.Item>
        </RowMenu>
      )}
    >
      {open && (
        <ScheduleModal
          organisation={organisation}
          schedule={open.schedule}
          onClose={() => setOpen(undefined)}
        />
      )}
    </ListPage>
  );
}
