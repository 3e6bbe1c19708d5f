import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { LateTag } from "#parts/LateTag.tsx";
import { OutcomeTag } from "#parts/OutcomeTag.tsx";
import { When } from "#parts/When.tsx";
import type { Passage } from "./use-door-log.ts";

export function PassageTable({ passages }: { passages: readonly Passage[] }) {
  const { giving, doors } = useTexts();
  const { log: texts } = giving;
  const formats = useFormats();
  const credentials: Readonly<Record<string, string>> = doors.credentials;
  const reasons: Readonly<Record<string, string>> = doors.logReasons;
  return (
    <DataTable
      label={texts.title}
      rows={passages}
      rowKey={(passage) => passage.id}
      columns={[
        {
          key: "who",
          label: texts.who,
          cell: (passage) => passage.person?.name ?? texts.nobody,
        },
        { key: "door", label: giving.door, cell: (passage) => passage.door.name },
        {
          key: "at",
          label: texts.at,
          cell: (passage) => (
            <span>
              <When at={passage.at} precise /> <LateTag {...passage} />
            </span>
          ),
        },
        {
          key: "how",
          label: texts.how,
          cell: (passage) => credentials[passage.credential] ?? doors.otherCredential,
        },
        {
          key: "outcome",
          label: texts.outcome,
          cell: (passage) => <OutcomeTag outcome={passage.outcome} />,
        },
        {
          key: "why",
          label: texts.why,
          cell: (passage) =>
            passage.reason === "granted" ? "" : (reasons[passage.reason] ?? passage.reason),
        },
        {
          key: "kept",
          label: texts.keptUntil,
          cell: (passage) => formats.longDate(passage.keptUntil),
        },
      ]}
    />
  );
}
