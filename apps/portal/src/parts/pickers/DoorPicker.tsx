import { Select } from "@mantine/core";
import { doors } from "@terskel/access/api/places";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTexts } from "#language/context.ts";
import { all } from "#queries.ts";

type Props = {
  organisation: string;
  value: string | null;
  onChange: (door: string | null) => void;
  error?: ReactNode;
};

/** One of the doors the person administers. */
export function DoorPicker({ organisation, value, onChange, error }: Props) {
  const { giving } = useTexts();
  const query = useQuery(all(doors, { params: { organisation } }));
  return (
    <Select
      label={giving.door}
      placeholder={giving.chooseDoor}
      searchable
      data={
        query.data?.map(({ id, name, site }) => ({ value: id, label: `${name} · ${site.name}` })) ??
        []
      }
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
