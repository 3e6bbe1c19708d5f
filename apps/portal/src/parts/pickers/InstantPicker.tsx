import { DateTimePicker } from "@mantine/dates";
import type { ReactNode } from "react";
import { useSpeech } from "#language/context.ts";

type Props = {
  label: string;
  description: string;
  /** ISO 8601 instant; empty for none. */
  value: string;
  onChange: (instant: string) => void;
  error?: ReactNode;
};

const formats = { nb: "D. MMM YYYY HH:mm", sv: "D MMM YYYY HH:mm", en: "D MMM YYYY HH:mm" };

/** A day and a time, in the browser's zone. */
export function InstantPicker({ label, description, value, onChange, error }: Props) {
  const { language, texts } = useSpeech();
  const { giving } = texts;
  return (
    <DateTimePicker
      label={label}
      description={description}
      valueFormat={formats[language]}
      defaultTimeValue="12:00"
      clearable
      hideOutsideDates
      // As a dialog of its own the calendar would have no name; it stands in the form's dialog.
      popoverProps={{ withinPortal: false, floatingStrategy: "fixed", withRoles: false }}
      clearButtonProps={{ "aria-label": giving.clear }}
      ariaLabels={{ previousMonth: giving.previousMonth, nextMonth: giving.nextMonth }}
      timePickerProps={{ hoursInputLabel: giving.hours, minutesInputLabel: giving.minutes }}
      submitButtonProps={{ "aria-label": giving.confirmTime }}
      value={value ? localOf(value) : null}
      onChange={(local) => onChange(local ? new Date(local.replace(" ", "T")).toISOString() : "")}
      error={error}
    />
  );
}

/** `2026-03-02T09:00:00.000Z` -> `2026-03-02 10:00:00`, in the browser's zone. */
function localOf(instant: string): string {
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
    .toISOString()
    .slice(0, 19)
    .replace("T", " ");
}
