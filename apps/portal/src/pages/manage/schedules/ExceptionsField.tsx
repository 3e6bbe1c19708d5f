import { ActionIcon, Button, Group, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { DayPicker } from "#parts/pickers/DayPicker.tsx";
import { HoursField } from "./HoursField.tsx";
import type { Hours } from "./hours.ts";
import styles from "./Schedules.module.css";

export type Exception = { name: string; firstDay: string; lastDay: string; hours: Hours };
type Props = { value: Exception[]; onChange: (all: Exception[]) => void; checked: boolean };

/** Days that have hours of their own, before the week and before holidays. */
export function ExceptionsField({ value, onChange, checked }: Props) {
  const { problems, schedules, giving } = useTexts();
  const missing = (text: string) => (checked && !text ? problems.fields.required : undefined);
  const set = (at: number, change: Partial<Exception>) =>
    onChange(value.map((each, index) => (index === at ? { ...each, ...change } : each)));
  return (
    <fieldset className={styles.part}>
      <legend>{schedules.exceptions}</legend>
      <div className={styles.week}>
        <span className={styles.closed}>{schedules.exceptionsHint}</span>
        {value.map((each, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- it has no name but its place
          <div key={at} className={styles.exception}>
            <Group justify="space-between" align="start" wrap="nowrap">
              <TextInput
                className={styles.grows}
                label={schedules.exceptionName}
                value={each.name}
                error={missing(each.name.trim())}
                onChange={(event) => set(at, { name: event.currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                size="lg"
                aria-label={schedules.removeException(each.name)}
                onClick={() => onChange(value.filter((_, index) => index !== at))}
              >
                <IconX size={18} aria-hidden />
              </ActionIcon>
            </Group>
            <DayPicker
              label={schedules.firstDay}
              past
              value={each.firstDay}
              error={missing(each.firstDay)}
              onChange={(firstDay) =>
                set(at, { firstDay, lastDay: each.lastDay < firstDay ? firstDay : each.lastDay })
              }
            />
            <DayPicker
              label={schedules.lastDay}
              past
              value={each.lastDay}
              error={
                missing(each.lastDay) ??
                (each.lastDay < each.firstDay ? problems.fields.endsBeforeStart : undefined)
              }
              onChange={(lastDay) => set(at, { lastDay })}
            />
            <HoursField
              day={each.name || giving.hours.toLocaleLowerCase()}
              value={each.hours}
              checked={checked}
              onChange={(hours) => set(at, { hours })}
            />
          </div>
        ))}
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...value, { name: "", firstDay: "", lastDay: "", hours: [] }])}
        >
          {schedules.addException}
        </Button>
      </div>
    </fieldset>
  );
}
