import { Skeleton } from "@mantine/core";
import { useTexts } from "../language/context.ts";
import { ErrorNote } from "./ErrorNote.tsx";

/** Part of a page whose contents are on their way, or did not come. */
export function PartWait({ error, retry }: { error: unknown; retry: () => void }) {
  const { shell } = useTexts();
  if (error) return <ErrorNote error={error} retry={retry} />;
  return <Skeleton height={280} radius="lg" role="status" aria-label={shell.loading} />;
}
