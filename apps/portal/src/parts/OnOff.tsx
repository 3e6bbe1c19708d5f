import { Checkbox } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNote } from "./ErrorNote.tsx";

type Props = {
  label: string;
  description?: string | undefined;
  /** How it is. */
  query: Pick<UseQueryResult<{ readonly on: boolean }>, "data" | "error" | "refetch">;
  /** Ends when it is so, and has been read anew; or was not to be. */
  send: (on: boolean) => Promise<unknown>;
};

/** What is on or off, and is so at once when it is tapped. */
export function OnOff({ label, description, query, send }: Props) {
  // In the very moment of the tap: a tick that comes and goes and comes looks like a refusal.
  const [wanted, setWanted] = useState<boolean>();
  if (!query.data && query.error)
    return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  return (
    <Checkbox
      label={label}
      description={description}
      checked={wanted ?? query.data?.on ?? false}
      disabled={!query.data}
      onChange={({ currentTarget: { checked } }) => {
        // One thing at a time; who goes by keyboard stays where they are.
        if (wanted !== undefined) return;
        setWanted(checked);
        void send(checked).finally(() => setWanted(undefined));
      }}
    />
  );
}
