import { Select } from "@mantine/core";
import { units } from "@terskel/access/api/units";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTexts } from "#language/context.ts";
import { all } from "#queries.ts";

type Props = {
  organisation: string;
  value: string | null;
  onChange: (unit: string | null) => void;
  error?: ReactNode;
};

/** One of the organisation's units. */
export function UnitPicker({ organisation, value, onChange, error }: Props) {
  const { giving } = useTexts();
  const query = useQuery(all(units, { params: { organisation } }));
  return (
    <Select
      label={giving.unit}
      description={giving.unitHint}
      placeholder={giving.chooseUnit}
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
