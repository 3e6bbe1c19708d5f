import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { addSchedule, holidays, putSchedule, schedules } from "@terskel/access/api/schedules";
import { myDoors } from "@terskel/access/api/passages";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { field } from "#parts/field.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { read, useSend, type Item } from "#queries.ts";
import { ExceptionsField } from "./ExceptionsField.tsx";
import type { Exception } from "./ExceptionsField.tsx";
import { HolidayField } from "./HolidayField.tsx";
import { faultOf } from "./hours.ts";
import type { Hours } from "./hours.ts";
import styles from "./Schedules.module.css";
import { WeekField } from "./WeekField.tsx";

export type Schedule = Item<typeof schedules>;
type Props = { organisation: string; schedule?: Schedule | undefined; onClose: () => void };
type Values = {
  name: string;
  week: Hours[];
  holidays: Hours | null;
  halfDays: Hours | null;
  exceptions: Exception[];
};

const officeWeek = (): Hours[] =>
  Array.from({ length: 7 }, (_, day): Hours => (day < 5 ? [["08:00", "16:00"]] : []));

/** Is a day in two of them? */
const overlap = (all: readonly Exception[]) =>
  all
    .toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1))
    .some(({ firstDay }, at, sorted) => at > 0 && firstDay <= (sorted[at - 1]?.lastDay ?? ""));

const isWhole = ({ name, firstDay, lastDay, hours }: Exception) =>
  name.trim() !== "" && firstDay !== "" && firstDay <= lastDay && !faultOf(hours);

/** A schedule, new or changed: a week, holidays and days of their own. */
export function ScheduleModal({ organisation, schedule, onClose }: Props) {
  const { problems, schedules: texts, shell } = useTexts();
  const formats = useFormats();
  const tell = useTell();
  const [checked, setChecked] = useState(false);
  const year = new Date().getFullYear();
  const calendar = useQuery(read(holidays, { params: { organisation }, query: { year } }));
  const form = useForm<Values>({
    initialValues: {
      name: schedule?.name ?? "",
      week: schedule?.week ?? officeWeek(),
      holidays: schedule ? schedule.holidays : [],
      halfDays: schedule?.halfDays ?? null,
      exceptions: schedule?.exceptions ?? [],
    },
    validate: (values) => {
      setChecked(true);
      const days = [...values.week, values.holidays ?? [], values.halfDays ?? []];
      return {
        ...(values.name.trim() ? {} : { name: problems.fields.required }),
        ...(days.some(faultOf) ? { week: texts.wrong } : {}),
        ...(overlap(values.exceptions) ? { exceptions: texts.overlap } : {}),
        ...(values.exceptions.every(isWhole) ? {} : { exceptions: texts.fill }),
      };
    },
  });
  const refresh = [schedules, myDoors];
  const add = useSend(addSchedule, { refresh });
  const put = useSend(putSchedule, { refresh });
  const done = {
    onSuccess: () => {
      tell.done();
      onClose();
    },
  };
  const next = (half: boolean) => {
    const today = new Date().toISOString().slice(0, 10);
    const coming = calendar.data?.items.filter((each) => each.half === half && each.date >= today);
    const said = coming?.slice(0, 3).map(({ date, name }) => `${name} (${formats.date(date)})`);
    return said?.length ? texts.next(said.join(", ")) : undefined;
  };
  return (
    <FormModal
      title={schedule ? texts.edit : texts.add}
      submit={schedule ? shell.save : texts.add}
      size="lg"
      form={form}
      busy={add.isPending || put.isPending}
      error={add.error ?? put.error}
      onClose={onClose}
      onSubmit={(body) => {
        if (schedule) put.mutate({ params: { organisation, schedule: schedule.id }, body }, done);
        else add.mutate({ params: { organisation }, body }, done);
      }}
    >
      <TextInput
        label={texts.name}
        description={texts.nameHint}
        data-autofocus
        {...form.getInputProps("name")}
      />
      <WeekField {...field(form, "week")} checked={checked} />
      <HolidayField
        label={texts.holidays}
        hint={next(false) ?? texts.holidaysHint}
        {...field(form, "holidays")}
        checked={checked}
      />
      <HolidayField
        label={texts.halfDays}
        hint={next(true) ?? texts.halfDaysHint}
        {...field(form, "halfDays")}
        checked={checked}
      />
      <ExceptionsField {...field(form, "exceptions")} checked={checked} />
      {(form.errors["week"] ?? form.errors["exceptions"]) && (
        <p role="alert" className={styles.fault}>
          {form.errors["exceptions"] ?? form.errors["week"]}
        </p>
      )}
    </FormModal>
  );
}
