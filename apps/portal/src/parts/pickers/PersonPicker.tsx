import { Select } from "@mantine/core";
import type { ComboboxItem, SelectProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { people } from "@terskel/identity/api/people";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useTexts } from "#language/context.ts";
import { usePhone } from "#language/use-phone.ts";
import { read } from "#queries.ts";

type Props = {
  organisation: string;
  value: string | null;
  /** With the name of whoever was chosen. */
  onChange: (person: string | null, name?: string) => void;
  error?: ReactNode;
  autoFocus?: boolean;
  /** Who is chosen already, with a name, where that may be on no page of the search. */
  known?: ComboboxItem | undefined;
} & Pick<SelectProps, "label" | "description" | "placeholder" | "clearable" | "clearButtonProps">;

/** Finds one of the organisation's people by typing; the server does the searching. */
export function PersonPicker(props: Props) {
  const { organisation, value, onChange, error, autoFocus, known, ...look } = props;
  const { people: texts } = useTexts();
  const [search, setSearch] = useState("");
  const [asked] = useDebouncedValue(search.trim(), 200);
  const phoneOf = usePhone();
  const query = useQuery({
    ...read(people, {
      params: { organisation },
      query: { limit: 20, ...(asked ? { search: asked } : {}) },
    }),
    placeholderData: keepPreviousData,
  });
  const found = (query.data?.items ?? []).map(({ id, name, email, phone }) => ({
    value: id,
    label: [name, email ?? (phone && phoneOf(phone))].filter(Boolean).join(" · "),
  }));
  const isKnown = known && !found.some((each) => each.value === known.value);
  return (
    <Select
      label={texts.person}
      placeholder={texts.choosePerson}
      searchable
      data={isKnown ? [known, ...found] : found}
      // The server has filtered already; a chosen person's label would find nobody else.
      filter={({ options }) => options}
      searchValue={search}
      onSearchChange={(text) => setSearch(text.split(" · ")[0] ?? "")}
      value={value}
      onChange={(chosen) =>
        onChange(chosen, query.data?.items.find(({ id }) => id === chosen)?.name)
      }
      error={error}
      nothingFoundMessage={query.isFetching ? undefined : texts.nobodyFound}
      data-autofocus={autoFocus}
      {...look}
    />
  );
}
