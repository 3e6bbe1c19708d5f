import type { ReactNode } from "react";
import styles from "./DataTable.module.css";

export type Column<T> = {
  readonly key: string;
  readonly label: string;
  /** On one line, such as a date. */
  readonly short?: boolean;
  readonly cell: (row: T) => ReactNode;
};

type Props<T> = {
  /** What the table lists, for screen readers. */
  label: string;
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** The first names the row. */
  columns: readonly Column<T>[];
  /** Buttons at the end of a row. */
  actions?: (row: T) => ReactNode;
  actionsLabel?: string;
};

/**
 * A table on a wide screen, a stack of cards on a phone. The roles are written out because CSS
 * `display` takes a table's own away.
 */
export function DataTable<T>({ label, rows, rowKey, columns, actions, actionsLabel }: Props<T>) {
  return (
    <div className={styles.frame} data-table-frame>
      <table role="table" aria-label={label} className={styles.table}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th role="columnheader" scope="col" key={column.key}>
                {column.label}
              </th>
            ))}
            {actions && (
              <th role="columnheader" scope="col" data-on-screen>
                <span className={styles.hidden}>{actionsLabel}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row" key={rowKey(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th role="rowheader" scope="row" key={column.key}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    role="cell"
                    key={column.key}
                    data-label={column.label}
                    data-short={column.short}
                  >
                    <div className={styles.value}>{column.cell(row)}</div>
                  </td>
                ),
              )}
              {actions && (
                <td role="cell" className={styles.actions} data-on-screen>
                  {actions(row)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
