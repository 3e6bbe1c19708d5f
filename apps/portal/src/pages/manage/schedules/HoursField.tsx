import { ActionIcon, Button } from "@mantine/core";
import { TimePicker } from "@mantine/dates";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { faultOf, fromField, nextFree, shareOf, toField } from "./hours.ts";
import type { Hours } from "./hours.ts";
import styles from "./Schedules.module.css";

type Props = {
  /** Which day's they are, as it is called in the middle of a sentence. */
  day: string;
  value: Hours;
  onChange: (hours: Hours) => void;
  /** Said only once the form was to be sent. */
  checked: boolean;
};

/** A day's hours: a bar to see them by, and fields to change them by. */
export function HoursField({ day, value, onChange, checked }: Props) {
  const { giving, schedules } = useTexts();
  const clock = (what: string) => ({
    format: "24h" as const,
    minutesStep: 15,
    hoursInputLabel: `${what}: ${giving.hours}`,
    minutesInputLabel: `${what}: ${giving.minutes}`,
  });
  const set = (at: number, part: 0 | 1, time: string) =>
    onChange(
      value.map((each, index): Hours[number] => {
        if (index !== at) return each;
        return part === 0 ? [time, each[1]] : [each[0], fromField(time)];
      }),
    );
  const free = nextFree(value);
  const fault = checked ? faultOf(value) : undefined;
  return (
    <div className={styles.hours}>
      <HoursBar hours={value} />
      {value.length === 0 && <span className={styles.closed}>{schedules.closed}</span>}
      {value.map(([from, until], at) => (
        // oxlint-disable-next-line react/no-array-index-key -- hours have no name but their place
        <div key={at} className={styles.range}>
          <TimePicker
            {...clock(schedules.fromOf(day))}
            error={fault !== undefined}
            value={from}
            onChange={(time) => set(at, 0, time)}
          />
          <span aria-hidden>–</span>
          <TimePicker
            {...clock(schedules.untilOf(day))}
            error={fault !== undefined}
            value={toField(until)}
            onChange={(time) => set(at, 1, time)}
          />
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={schedules.removeHours(day)}
            onClick={() => onChange(value.filter((_, index) => index !== at))}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {free && value.length < 12 && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          aria-label={schedules.addHoursOn(day)}
          onClick={() => onChange([...value, free])}
        >
          {schedules.addHours}
        </Button>
      )}
      {fault && (
        <p role="alert" className={styles.fault}>
          {schedules[fault]}
        </p>
      )}
    </div>
  );
}

/** Midnight to midnight, for the eye only. */
function HoursBar({ hours }: { hours: Hours }) {
  const whole = hours.filter(([from, until]) => from && until && from < until);
  return (
    <span className={styles.bar} aria-hidden>
      {whole.map(([from, until]) => (
        <span
          key={from}
          className={styles.open}
          style={{
            insetInlineStart: `${100 * shareOf(from)}%`,
            width: `${100 * (shareOf(until) - shareOf(from))}%`,
          }}
        />
      ))}
    </span>
  );
}
