import { Select } from "@mantine/core";
import { schedules } from "@terskel/access/api/schedules";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#language/context.ts";
import { all } from "#queries.ts";

type Props = {
  organisation: string;
  value: string | null;
  onChange: (schedule: string | null) => void;
  /** Where it is not the hours of an access: what is chosen, and what is so without. */
  words?: { label: string; hint: string; none: string };
};

/** The hours that an access or a door keeps to; not asked for where there are none to choose. */
export function SchedulePicker({ organisation, value, onChange, words }: Props) {
  const { giving, schedules: texts } = useTexts();
  const query = useQuery(all(schedules, { params: { organisation } }));
  if (!query.data?.length) return null;
  return (
    <Select
      label={words?.label ?? texts.when}
      description={words?.hint ?? texts.whenHint}
      placeholder={words?.none ?? texts.anyHour}
      clearable
      clearButtonProps={{ "aria-label": giving.clear }}
      data={query.data.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}
