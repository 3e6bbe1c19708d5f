import { useTexts } from "#language/context.ts";
import { Panel } from "#parts/Panel.tsx";
import { When } from "#parts/When.tsx";
import styles from "#pages/privacy/Privacy.module.css";
import type { DeskRequest } from "./OneRequest.tsx";

/** What was done, by which role; it outlives the person's data. */
export function Trail({ trail }: { trail: DeskRequest["trail"] }) {
  const { desk } = useTexts();
  const steps: Partial<Record<string, string>> = desk.steps;
  return (
    <Panel title={desk.trail}>
      <ol className={styles.rows}>
        {trail.map(({ at, step, by, rows }, index) => (
          <li key={`${at}/${index}`}>
            <span className={styles.words}>
              {steps[step] ?? step}
              {rows === undefined ? "" : `, ${desk.rows(rows)}`}
              <span className={styles.hint}>{desk.by[by]}</span>
            </span>
            <When at={at} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}
