import { Checkbox } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { ErrorNote } from "./ErrorNote.tsx";

type Props = {
  label: string;
  description?: string | undefined;
  /** How it is. */
  query: Pick<UseQueryResult<{ readonly on: boolean }>, "data" | "error" | "refetch">;
  /** How it is to be, while that is being sent. */
  sending: boolean | undefined;
  onChange: (on: boolean) => void;
};

/** What is on or off, and is so at once when it is tapped. */
export function OnOff({ label, description, query, sending, onChange }: Props) {
  if (!query.data && query.error)
    return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  return (
    <Checkbox
      label={label}
      description={description}
      checked={sending ?? query.data?.on ?? false}
      disabled={!query.data || sending !== undefined}
      onChange={({ currentTarget: { checked } }) => onChange(checked)}
    />
  );
}
