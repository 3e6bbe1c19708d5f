import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { Facts } from "#parts/Facts.tsx";
import { Panel } from "#parts/Panel.tsx";
import styles from "./Import.module.css";
import type { Plan } from "./use-import.ts";

/** How the file was read: rows, encoding, separator, and what each column is taken for. */
export function Seen({ file, plan }: { file: string; plan: Plan }) {
  const { importing } = useTexts();
  const formats = useFormats();
  const { semicolon, comma, tab } = importing.separators;
  const separators: Readonly<Record<string, string>> = { ";": semicolon, ",": comma, "\t": tab };
  const fields: Readonly<Record<string, string>> = importing.fields;
  return (
    <Panel title={importing.seen}>
      <Facts
        facts={[
          [importing.fileName, file],
          [importing.rows, formats.number(plan.rows)],
          [importing.encoding, plan.encoding],
          [importing.separator, separators[plan.separator] ?? plan.separator],
        ]}
      />
      <ul className={styles.columns} aria-label={importing.columns}>
        {plan.columns.map(({ header, field }, index) => (
          // Two columns may have one heading; their place tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${index}/${header}`} data-unused={field ? undefined : true}>
            <strong>{header}</strong>{" "}
            {field ? importing.readAs(fields[field] ?? field) : importing.unused}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
