import { DatePickerInput } from "@mantine/dates";
import type { ReactNode } from "react";
import { useSpeech } from "#language/context.ts";
import { overHead } from "./over-head.ts";

type Props = {
  label: string;
  description?: string;
  error?: ReactNode;
  /** Also a day that has been. */
  past?: boolean;
  placeholder?: string;
  clearable?: boolean;
  /** With the month cut short, where there is little room. */
  short?: boolean;
  /** A calendar date, `2027-12-31`; empty for none. */
  value: string;
  onChange: (day: string) => void;
};

const formats = { nb: "D. MMMM YYYY", sv: "D MMMM YYYY", en: "D MMMM YYYY" };

/** A day, to come unless said. */
export function DayPicker({ past = false, clearable = false, short = false, ...field }: Props) {
  const { value, onChange, ...look } = field;
  const { language, texts } = useSpeech();
  const { giving } = texts;
  return (
    <DatePickerInput
      {...look}
      valueFormat={short ? formats[language].replace("MMMM", "MMM") : formats[language]}
      maw={420}
      clearable={clearable}
      clearButtonProps={{ "aria-label": giving.clear }}
      {...(past ? {} : { minDate: new Intl.DateTimeFormat("sv-SE").format(new Date()) })}
      hideOutsideDates
      popoverProps={{ withinPortal: false, withRoles: false, zIndex: overHead }}
      ariaLabels={{ previousMonth: giving.previousMonth, nextMonth: giving.nextMonth }}
      value={value || null}
      onChange={(day) => onChange(day ?? "")}
    />
  );
}
