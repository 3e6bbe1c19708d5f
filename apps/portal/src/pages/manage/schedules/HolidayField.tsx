import { NativeSelect } from "@mantine/core";
import { useTexts } from "#language/context.ts";
import { HoursField } from "./HoursField.tsx";
import type { Hours } from "./hours.ts";
import styles from "./Schedules.module.css";

type Props = {
  label: string;
  hint: string;
  /** null: as on the weekday. */
  value: Hours | null;
  onChange: (hours: Hours | null) => void;
  checked: boolean;
};

/** What holds on holidays, or on half days: as on the weekday, closed, or hours of their own. */
export function HolidayField({ label, hint, value, onChange, checked }: Props) {
  const { schedules } = useTexts();
  const way = value === null ? "as-weekday" : value.length === 0 ? "closed" : "own";
  const begin: Record<string, Hours | null> = {
    "as-weekday": null,
    closed: [],
    own: [["08:00", "12:00"]],
  };
  return (
    <fieldset className={styles.part}>
      <legend>{label}</legend>
      <NativeSelect
        aria-label={label}
        description={hint}
        value={way}
        data={[
          { value: "as-weekday", label: schedules.asWeekday },
          { value: "closed", label: schedules.closed },
          { value: "own", label: schedules.ownHours },
        ]}
        onChange={(event) => onChange(begin[event.currentTarget.value] ?? null)}
      />
      {value !== null && value.length > 0 && (
        <HoursField
          day={label.toLocaleLowerCase()}
          value={value}
          onChange={onChange}
          checked={checked}
        />
      )}
    </fieldset>
  );
}
