import { formatsOf } from "#format.ts";
import { useSpeech } from "#language/context.ts";
import { sayHow } from "#language/say-how.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { LateTag } from "#parts/LateTag.tsx";
import { OutcomeTag } from "#parts/OutcomeTag.tsx";
import { When } from "#parts/When.tsx";
import styles from "../Manage.module.css";
import type { Passage } from "./use-door-log.ts";

export function PassageTable({ passages }: { passages: readonly Passage[] }) {
  const { language, texts: all } = useSpeech();
  const { giving, doors, keypads } = all;
  const { log: texts } = giving;
  const formats = ({ door }: Passage) => formatsOf(language, door.timeZone);
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
          cell: ({ person, credential, lost }) => {
            if (!person) return lost ? "" : texts.nobody;
            return credential === "code" ? keypads.codeOf(person.name) : person.name;
          },
        },
        { key: "door", label: giving.door, cell: (passage) => passage.door.name },
        {
          key: "at",
          label: texts.at,
          cell: (passage) => (
            <span>
              <When at={passage.at} timeZone={passage.door.timeZone} precise />{" "}
              <LateTag {...passage} timeZone={passage.door.timeZone} />
            </span>
          ),
        },
        {
          key: "how",
          label: texts.how,
          cell: (passage) => (passage.lost ? "" : sayHow(all, passage)),
        },
        {
          key: "outcome",
          label: texts.outcome,
          cell: (passage) => <OutcomeTag outcome={passage.outcome} />,
        },
        {
          key: "why",
          label: texts.why,
          cell: (passage) => {
            const { lost, reason } = passage;
            if (lost) {
              const since = formats(passage).dateTime(lost.since);
              return doors.lost(lost.opened, lost.refused, since);
            }
            return reason === "granted" ? "" : (reasons[reason] ?? reason);
          },
        },
        {
          key: "kept",
          label: texts.keptUntil,
          cell: (passage) => (
            <span className={styles.whole}>{formats(passage).dateOf(passage.keptUntil)}</span>
          ),
        },
      ]}
    />
  );
}
