import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { weekNumber, type WeekRow } from "./summary.ts";
import styles from "./Usage.module.css";

/** Openings week by week, the newest first. */
export function ByWeek({ rows }: { rows: readonly WeekRow[] }) {
  const { usage: texts } = useTexts();
  const formats = useFormats("UTC");
  const most = Math.max(1, ...rows.map(({ openings = 0 }) => openings));
  return (
    <DataTable
      label={texts.byWeek}
      rows={rows}
      rowKey={({ week }) => week}
      columns={[
        {
          key: "week",
          label: texts.week,
          cell: ({ week }) => texts.weekOf(weekNumber(week), formats.date(week)),
        },
        {
          key: "openings",
          label: texts.openings,
          cell: ({ openings }) =>
            openings ? (
              <span className={styles.figure}>
                <span className={styles.track} aria-hidden>
                  <span
                    className={styles.bar}
                    style={{ inlineSize: `${(openings / most) * 100}%` }}
                  />
                </span>
                <span className={styles.number}>{formats.number(openings)}</span>
              </span>
            ) : (
              <span className={styles.none}>
                {openings === 0 ? texts.tooFew : texts.notCounted}
              </span>
            ),
        },
      ]}
    />
  );
}
