import type { deletionReport } from "@terskel/kernel/api/agreements";
import type { Received } from "@terskel/platform/contract";
import { useSpeech } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { Facts } from "#parts/Facts.tsx";
import { Panel } from "#parts/Panel.tsx";
import { PlanTable } from "./PlanTable.tsx";

type Gone = Received<typeof deletionReport>["deleted"][number];

/** What is called the same, and went for the same reason, is one line. */
function addUp(deleted: readonly Gone[], nameOf: (line: Gone) => string) {
  const sums = new Map<string, Gone & { name: string }>();
  for (const line of deleted) {
    const name = nameOf(line);
    const key = `${name}/${line.cause}`;
    const before = sums.get(key);
    const at = before && before.at > line.at ? before.at : line.at;
    sums.set(key, { ...line, name, at, rows: line.rows + (before?.rows ?? 0) });
  }
  return [...sums.values()];
}

/** What was deleted of an organisation since its agreement ended, and what is left. */
export function Report({ report }: { report: Received<typeof deletionReport> }) {
  const { language, texts } = useSpeech();
  const { agreement: words, deletion, operator } = texts;
  const formats = useFormats();
  const { organisation, endedAt, goneAt, dataGoesAt, deleted, left } = report;
  return (
    <>
      <Facts
        facts={[
          [operator.organisations.number, organisation.number],
          [words.lastDay, formats.dateOf(endedAt)],
          [words.dataGoes, formats.dateOf(goneAt ?? dataGoesAt)],
        ]}
      />
      <Panel title={words.deleted}>
        {deleted.length === 0 ? (
          <p>{words.nothingDeleted}</p>
        ) : (
          <DataTable
            label={words.deleted}
            rows={addUp(deleted, (line) => line.title?.[language] ?? words.setUp)}
            rowKey={({ name, rule, cause }) => `${name}/${rule}/${cause}`}
            columns={[
              { key: "what", label: words.what, cell: ({ name }) => name },
              { key: "rows", label: words.rows, cell: ({ rows }) => formats.number(rows) },
              { key: "when", label: words.when, cell: ({ at }) => formats.dateTime(at) },
              { key: "cause", label: deletion.cause, cell: ({ cause }) => deletion.causes[cause] },
              { key: "why", label: words.why, cell: ({ why }) => why[language] },
            ]}
          />
        )}
      </Panel>
      <Panel title={words.left}>
        {left.length === 0 ? (
          <p>{words.nothingLeft}</p>
        ) : (
          <PlanTable label={words.left} plan={left} />
        )}
      </Panel>
    </>
  );
}
