import { Select } from "@mantine/core";
import { groups } from "@terskel/access/api/grants";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTexts } from "#language/context.ts";
import { all } from "#queries.ts";

type Props = {
  organisation: string;
  value: string | null;
  onChange: (group: string | null) => void;
  error?: ReactNode;
  description?: string;
};

export function GroupPicker({ organisation, value, onChange, error, description }: Props) {
  const { giving } = useTexts();
  const query = useQuery(all(groups, { params: { organisation } }));
  return (
    <Select
      label={giving.group}
      description={description}
      placeholder={giving.chooseGroup}
      searchable
      clearable
      clearButtonProps={{ "aria-label": giving.clear }}
      data={query.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
