import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { Panel } from "#parts/Panel.tsx";
import styles from "./Handover.module.css";
import type { Preview } from "./use-bring.ts";

/** What of the file has no place here. */
export function LeftOut({ all }: { all: Preview["leftOut"] }) {
  const { handover } = useTexts();
  const { bring } = handover;
  const formats = useFormats();
  if (all.length === 0) return null;
  return (
    <Panel title={bring.leftOut} lead={bring.leftOutLead}>
      <ul className={styles.plain}>
        {all.map(({ title, columns, records }) => (
          <li key={title}>
            {title}
            <span className={styles.hint}>
              {columns.length > 0
                ? columns.join(", ")
                : bring.records(formats.number(records), records === 1)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
