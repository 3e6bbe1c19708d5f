import { Alert, Button } from "@mantine/core";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Panel } from "#parts/Panel.tsx";
import { Counts } from "./Counts.tsx";
import { Findings, Notices } from "./Findings.tsx";
import styles from "./Import.module.css";
import { changes } from "./plan.ts";
import { Sample } from "./Sample.tsx";
import { Seen } from "./Seen.tsx";
import type { Plan } from "./use-import.ts";

type Props = {
  file: string;
  plan: Plan;
  busy: boolean;
  error: unknown;
  onConfirm: () => void;
};

/** What the file holds and what it would change. Nothing has been written. */
export function Preview({ file, plan, busy, error, onConfirm }: Props) {
  const { importing } = useTexts();
  const formats = useFormats();
  const clean = plan.errorCount === 0;
  return (
    <>
      <Seen file={file} plan={plan} />
      {!clean && <Findings plan={plan} />}
      <Notices plan={plan} />
      <Panel title={importing.change}>
        <Counts plan={plan} />
        {clean && (
          <div className={styles.confirm}>
            {changes(plan) === 0 && <Alert className="note">{importing.nothingToDo}</Alert>}
            {error ? <ErrorNote error={error} /> : null}
            {changes(plan) > 0 && (
              <Button size="lg" loading={busy} onClick={onConfirm}>
                {importing.confirm}
              </Button>
            )}
          </div>
        )}
        {!clean && (
          <Alert className="note" data-tone="bad">
            <strong>{importing.errors(formats.number(plan.errorCount))}.</strong>{" "}
            {importing.errorsText}
          </Alert>
        )}
      </Panel>
      <Sample plan={plan} />
    </>
  );
}
