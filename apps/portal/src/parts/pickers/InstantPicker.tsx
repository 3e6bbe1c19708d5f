import { DateTimePicker } from "@mantine/dates";
import dayjs from "dayjs";
import timezone from "dayjs/plugin/timezone";
import utc from "dayjs/plugin/utc";
import type { ReactNode } from "react";
import { cityOf, isSameClock } from "#format.ts";
import { useSpeech } from "#language/context.ts";
import { overHead } from "./over-head.ts";

dayjs.extend(utc);
dayjs.extend(timezone);

type Props = {
  label: string;
  description: string;
  /** ISO 8601 instant; empty for none. */
  value: string;
  onChange: (instant: string) => void;
  /** The site's; not known before there is a door. */
  timeZone: string | undefined;
  error?: ReactNode;
};

/** As the calendar gives and takes it, without a zone. */
const local = "YYYY-MM-DD HH:mm:ss";
const formats = { nb: "D. MMM YYYY HH:mm", sv: "D MMM YYYY HH:mm", en: "D MMM YYYY HH:mm" };

/** A day and a time where the door is. */
export function InstantPicker({
  label,
  description,
  value,
  onChange,
  timeZone = dayjs.tz.guess(),
  error,
}: Props) {
  const { language, texts } = useSpeech();
  const { giving } = texts;
  const there = value ? dayjs(value).tz(timeZone).format(local) : undefined;
  return (
    <DateTimePicker
      label={label}
      description={
        isSameClock(value ? new Date(value) : new Date(), timeZone)
          ? description
          : `${description} · ${giving.localTime(cityOf(timeZone))}`
      }
      valueFormat={formats[language]}
      // Also what the calendar begins with when there is a time already.
      defaultTimeValue={there?.slice(11, 16) ?? "12:00"}
      clearable
      hideOutsideDates
      // As a dialog of its own the calendar would have no name; it stands in the form's dialog.
      popoverProps={{
        withinPortal: false,
        floatingStrategy: "fixed",
        withRoles: false,
        zIndex: overHead,
      }}
      clearButtonProps={{ "aria-label": giving.clear }}
      ariaLabels={{ previousMonth: giving.previousMonth, nextMonth: giving.nextMonth }}
      timePickerProps={{ hoursInputLabel: giving.hours, minutesInputLabel: giving.minutes }}
      submitButtonProps={{ "aria-label": giving.confirmTime }}
      value={there ?? null}
      onChange={(read) => onChange(read ? dayjs.tz(read, timeZone).toISOString() : "")}
      error={error}
    />
  );
}
