import { Button } from "@mantine/core";
import { useTexts } from "#language/context.ts";
import { HoursField } from "./HoursField.tsx";
import type { Hours } from "./hours.ts";
import styles from "./Schedules.module.css";
import { useDays } from "./use-days.ts";

type Props = { value: Hours[]; onChange: (week: Hours[]) => void; checked: boolean };

/** The hours of seven days, Monday first. */
export function WeekField({ value, onChange, checked }: Props) {
  const { schedules } = useTexts();
  const { long } = useDays();
  return (
    <fieldset className={styles.part}>
      <legend>{schedules.hours}</legend>
      <div className={styles.week}>
        {value.map((hours, day) => (
          <div key={long[day]} className={styles.day}>
            <span>{long[day]}</span>
            <HoursField
              day={long[day] ?? ""}
              value={hours}
              checked={checked}
              onChange={(changed) =>
                onChange(value.map((each, index) => (index === day ? changed : each)))
              }
            />
          </div>
        ))}
        <Button
          variant="default"
          size="sm"
          onClick={() =>
            onChange(value.map((each, day) => (day < 5 ? structuredClone(value[0] ?? []) : each)))
          }
        >
          {schedules.copyDown}
        </Button>
      </div>
    </fieldset>
  );
}
