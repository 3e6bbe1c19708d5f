import { Select } from "@mantine/core";
import { doors } from "@terskel/access/api/places";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#language/context.ts";
import { all } from "#queries.ts";

type Props = {
  organisation: string;
  value: string | undefined;
  onChange: (door: string | undefined) => void;
};

/** Narrows a list to one of the doors the person administers. */
export function DoorFilter({ organisation, value, onChange }: Props) {
  const { giving } = useTexts();
  const query = useQuery(all(doors, { params: { organisation } }));
  return (
    <Select
      label={giving.door}
      placeholder={giving.allDoors}
      searchable
      clearable
      clearButtonProps={{ "aria-label": giving.clear }}
      data={
        query.data?.map(({ id, name, site }) => ({ value: id, label: `${name} · ${site.name}` })) ??
        []
      }
      value={value ?? null}
      onChange={(door) => onChange(door ?? undefined)}
    />
  );
}
