import { DatePickerInput } from "@mantine/dates";
import { useSpeech } from "#language/context.ts";

type Props = {
  label: string;
  description: string;
  /** A calendar date, `2027-12-31`; empty for none. */
  value: string;
  onChange: (day: string) => void;
};

const formats = { nb: "D. MMMM YYYY", sv: "D MMMM YYYY", en: "D MMMM YYYY" };

/** A day that is to come. */
export function DayPicker({ label, description, value, onChange }: Props) {
  const { language, texts } = useSpeech();
  const { giving } = texts;
  return (
    <DatePickerInput
      label={label}
      description={description}
      valueFormat={formats[language]}
      maw={420}
      minDate={new Intl.DateTimeFormat("sv-SE").format(new Date())}
      hideOutsideDates
      popoverProps={{ withinPortal: false, withRoles: false }}
      ariaLabels={{ previousMonth: giving.previousMonth, nextMonth: giving.nextMonth }}
      value={value || null}
      onChange={(day) => onChange(day ?? "")}
    />
  );
}
