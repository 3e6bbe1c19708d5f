import { Button, Select } from "@mantine/core";
import { outcomes } from "@terskel/access/api/passages";
import { IconAdjustmentsHorizontal, IconChevronDown } from "@tabler/icons-react";
import { useId, useState } from "react";
import { cityOf, isSameClock } from "#format.ts";
import { useTexts } from "#language/context.ts";
import { DayPicker } from "#parts/pickers/DayPicker.tsx";
import { DoorFilter } from "#parts/pickers/DoorFilter.tsx";
import { useOrganisation } from "../use-organisation.ts";
import styles from "./Log.module.css";
import { PersonFilter } from "./PersonFilter.tsx";
import { inOrder } from "./search.ts";
import type { LogSearch } from "./search.ts";
import type { Passage } from "./use-door-log.ts";

type Props = {
  value: LogSearch;
  onChange: (search: LogSearch) => void;
  timeZone: string | undefined;
  passages: readonly Passage[];
};

/** What the log is narrowed to; folded on a phone. */
export function LogFilters({ value, onChange, timeZone, passages }: Props) {
  const { doors, giving } = useTexts();
  const { log: texts } = giving;
  const { id: organisation } = useOrganisation();
  const [open, setOpen] = useState(false);
  const id = useId();
  const chosen = Object.keys(value).length;
  const set = (name: keyof LogSearch, to: string | undefined) => {
    const { [name]: _, ...rest } = value;
    const next: LogSearch = { ...rest, ...(to ? { [name]: to } : {}) };
    onChange(inOrder(next, name === "to" ? "to" : "from"));
  };
  const there = timeZone && !isSameClock(new Date(), timeZone) ? cityOf(timeZone) : undefined;
  const day = (name: "from" | "to", label: string) => (
    <DayPicker
      label={there ? `${label} (${there})` : label}
      placeholder={texts.anyDay}
      past
      short
      clearable
      value={value[name] ?? ""}
      onChange={(to) => set(name, to)}
    />
  );
  return (
    <div className={styles.filtering}>
      <Button
        className={styles.unfold}
        variant="default"
        aria-expanded={open}
        aria-controls={id}
        leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
        rightSection={<IconChevronDown size={16} aria-hidden data-turned={open} />}
        onClick={() => setOpen(!open)}
      >
        {texts.filters(chosen)}
      </Button>
      <div id={id} className={styles.fields} data-open={open}>
        <DoorFilter
          organisation={organisation}
          value={value.door}
          onChange={(door) => set("door", door)}
        />
        <PersonFilter
          value={value.person}
          onChange={(person) => set("person", person)}
          passages={passages}
        />
        <Select
          label={texts.outcome}
          placeholder={texts.anyOutcome}
          clearable
          clearButtonProps={{ "aria-label": giving.clear }}
          data={outcomes.map((each) => ({ value: each, label: doors.outcomes[each] }))}
          value={value.outcome ?? null}
          onChange={(outcome) => set("outcome", outcome ?? undefined)}
        />
        {day("from", texts.fromDay)}
        {day("to", texts.toDay)}
      </div>
    </div>
  );
}
