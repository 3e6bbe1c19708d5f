import { useTexts } from "#language/context.ts";
import { Panel } from "#parts/Panel.tsx";
import { Tag } from "#parts/Tag.tsx";
import styles from "./Import.module.css";
import type { Plan } from "./use-import.ts";

const tones = { added: "good", changed: "warn", unchanged: "plain", error: "bad" } as const;

/** The first rows as they were read, so that a wrong reading shows. */
export function Sample({ plan }: { plan: Plan }) {
  const { importing } = useTexts();
  const headers = [...new Set(plan.sample.flatMap(({ cells }) => Object.keys(cells)))];
  return (
    <Panel title={importing.sample}>
      <div className={styles.scroll} role="group" aria-label={importing.sample} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{importing.row}</th>
              <th scope="col">{importing.what}</th>
              {headers.map((header) => (
                <th scope="col" key={header}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.sample.map(({ row, cells, status }) => (
              <tr key={row} data-status={status}>
                <th scope="row">{row}</th>
                <td>
                  <Tag tone={tones[status]}>{importing.status[status]}</Tag>
                </td>
                {headers.map((header) => (
                  <td key={header}>{cells[header]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
