import { Button, Skeleton, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useTexts } from "../language/context.ts";
import { ErrorNote } from "./ErrorNote.tsx";

type Query<T> = {
  items: readonly T[] | undefined;
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => Promise<unknown>;
  fetchNextPage: () => Promise<unknown>;
};

type Props<T> = {
  query: Query<T>;
  /** Shown when there is nothing at all. */
  empty: ReactNode;
  /** Shown under the last row. */
  end?: ReactNode;
  children: (items: readonly T[]) => ReactNode;
};

/** The states every list has: loading, failed, empty, and more to come. */
export function ListFrame<T>({ query, empty, end, children }: Props<T>) {
  const { shell } = useTexts();
  const { items, error, hasNextPage, isFetchingNextPage } = query;
  const failed = error ? <ErrorNote error={error} retry={() => void query.refetch()} /> : null;
  if (!items) {
    return (
      failed ?? (
        <Stack gap="sm" role="status" aria-label={shell.loading}>
          {[0, 1, 2, 3, 4].map((each) => (
            <Skeleton key={each} height={52} radius="md" />
          ))}
        </Stack>
      )
    );
  }
  if (items.length === 0) return failed ?? empty;
  return (
    <Stack gap="md">
      {children(items)}
      {failed}
      {hasNextPage ? (
        <Button
          variant="default"
          onClick={() => void query.fetchNextPage()}
          loading={isFetchingNextPage}
          style={{ alignSelf: "center" }}
        >
          {shell.more}
        </Button>
      ) : (
        end
      )}
    </Stack>
  );
}
