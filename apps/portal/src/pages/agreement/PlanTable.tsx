import type { agreement } from "@terskel/kernel/api/agreements";
import type { Received } from "@terskel/platform/contract";
import { useSpeech } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";

export type Line = Received<typeof agreement>["plan"][number];

/** What has no title is about nobody, and of what becomes the same of it there is one line. */
function linesOf(plan: readonly Line[], setUp: string, language: "nb" | "sv" | "en") {
  const titled = plan.filter(({ title }) => title);
  const rest = plan.filter(({ title }) => !title);
  const sums = new Map<string, Line>();
  for (const line of rest) {
    const before = sums.get(line.does);
    sums.set(line.does, { ...(before ?? line), rows: line.rows + (before?.rows ?? 0) });
  }
  return [
    ...titled.map((line) => ({ ...line, name: line.title?.[language] ?? line.table })),
    ...[...sums.values()].map((line) => ({ ...line, name: setUp })),
  ];
}

/** What the end of an agreement deletes or keeps, how much of it, when and why. */
export function PlanTable({ label, plan }: { label: string; plan: readonly Line[] }) {
  const { language, texts } = useSpeech();
  const { agreement: words } = texts;
  const formats = useFormats();
  const when = ({ does, on, until }: Line) => {
    if (does === "delete") return on ? words.deletedOn(formats.dateOf(on)) : words.deletedAtEnd;
    if (does === "kept-by-restriction") return words.whenLifted;
    return until ? words.keptUntil(formats.dateOf(until)) : "–";
  };
  return (
    <DataTable
      label={label}
      rows={linesOf(plan, words.setUp, language)}
      rowKey={({ table, does }) => `${table}/${does}`}
      columns={[
        { key: "what", label: words.what, cell: ({ name }) => name },
        { key: "rows", label: words.rows, cell: ({ rows }) => formats.number(rows) },
        { key: "when", label: words.when, cell: when },
        { key: "why", label: words.why, cell: ({ why }) => why[language] },
      ]}
    />
  );
}
