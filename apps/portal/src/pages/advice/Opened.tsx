import { Button, Skeleton } from "@mantine/core";
import type { openAdvised } from "@terskel/kernel/api/advice";
import type { Received } from "@terskel/platform/contract";
import { IconFileOff } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useSpeech } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { usePhone } from "#language/use-phone.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Facts } from "#parts/Facts.tsx";
import { Panel } from "#parts/Panel.tsx";

type Answer = Received<typeof openAdvised>;
type Table = Answer["tables"][number];
type Cell = Table["rows"][number][number];
type More = { table?: string; cursor?: string };
type Props = {
  /** What the answers are kept under while the page is open. */
  about: readonly unknown[];
  fetch: (more: More, signal: AbortSignal) => Promise<Answer>;
};

/** More columns than these do not fit beside each other. */
const widest = 7;

/** What is stored about a person for one purpose, table by table. Read anew each time: each reading is on record. */
export function Opened({ about, fetch }: Props) {
  const { advisers: words, shell } = useSpeech().texts;
  const query = useQuery({
    queryKey: about,
    queryFn: ({ signal }) => fetch({}, signal),
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  });
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) {
    return (
      <div role="status" aria-label={shell.loading}>
        <Skeleton height={120} radius="md" />
      </div>
    );
  }
  const { tables } = query.data;
  if (tables.length === 0) return <EmptyNote icon={IconFileOff} title={words.nothing} />;
  return tables.map((table) => (
    <OneTable key={table.table} first={table} about={about} fetch={fetch} />
  ));
}

function OneTable({ first, about, fetch }: Props & { first: Table }) {
  const { language, texts } = useSpeech();
  const { table, title, next, columns } = first;
  const query = useInfiniteQuery({
    queryKey: [...about, table],
    initialPageParam: next,
    queryFn: async ({ pageParam, signal }) =>
      (await fetch({ table, ...(pageParam ? { cursor: pageParam } : {}) }, signal)).tables[0],
    getNextPageParam: (last) => last?.next,
    // The first rows have come with the others.
    enabled: false,
    gcTime: 0,
    retry: false,
  });
  const pages = query.data?.pages ?? [];
  const rows = [first, ...pages].flatMap((page) => page?.rows ?? []);
  const isMore = query.data ? query.hasNextPage : next !== undefined;
  const more = () => void (query.data ? query.fetchNextPage() : query.refetch());
  // A column in which nothing stands would only be in the way.
  const shown = columns.flatMap(({ words }, at) =>
    rows.some((row) => Object.keys(row[at] ?? {}).length > 0)
      ? [
          {
            key: String(at),
            label: words[language],
            cell: ({ row }: { row: readonly Cell[] }) => <Value cell={row[at] ?? {}} />,
          },
        ]
      : [],
  );
  return (
    <Panel title={title[language]}>
      {shown.length > widest ? (
        rows.map((row, index) => (
          <Facts
            key={String(index)}
            facts={shown.map(({ label, cell }) => [label, cell({ row })])}
          />
        ))
      ) : (
        <DataTable
          label={title[language]}
          rows={rows.map((row, index) => ({ row, index }))}
          rowKey={({ index }) => String(index)}
          columns={shown}
        />
      )}
      {query.error && <ErrorNote error={query.error} retry={more} />}
      {isMore && (
        <Button variant="default" mt="md" loading={query.isFetching} onClick={more}>
          {texts.shell.more}
        </Button>
      )}
    </Panel>
  );
}

function Value({ cell: { text, words, at, day, hidden } }: { cell: Cell }) {
  const { language, texts } = useSpeech();
  const formats = useFormats();
  const phoneOf = usePhone();
  if (hidden) return hidden === "secret" ? texts.advisers.secret : texts.advisers.anotherPerson;
  if (at) return formats.dateTime(at);
  if (day) return formats.date(day);
  if (text && /^\+[1-9]\d{6,14}$/.test(text)) return phoneOf(text);
  return words?.[language] ?? text ?? "–";
}
