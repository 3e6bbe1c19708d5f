import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import styles from "./Import.module.css";
import { kinds } from "./plan.ts";
import type { Plan } from "./use-import.ts";

/** New, changed and as they are, by kind. */
export function Counts({ plan }: { plan: Plan }) {
  const { importing } = useTexts();
  const formats = useFormats();
  const { added, changed, unchanged } = importing.counts;
  return (
    <table className={`${styles.table} ${styles.counts}`} aria-label={importing.change}>
      <thead>
        <tr>
          <th scope="col">{importing.what}</th>
          <th scope="col" className={styles.number}>
            {added}
          </th>
          <th scope="col" className={styles.number}>
            {changed}
          </th>
          <th scope="col" className={styles.number}>
            {unchanged}
          </th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">{importing[kind]}</th>
            <td className={styles.number}>{formats.number(plan[kind].added)}</td>
            <td className={styles.number}>{formats.number(plan[kind].changed)}</td>
            <td className={styles.number}>{formats.number(plan[kind].unchanged)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
