import { Alert } from "@mantine/core";
import type { ownErasurePlan } from "@terskel/kernel/api/requests";
import type { Received } from "@terskel/platform/contract";
import { useSpeech, useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import styles from "./Privacy.module.css";

type Planned = Received<typeof ownErasurePlan>["plan"];

/** What an erasure does, in plain words. */
export function Plan({ plan }: { plan: Planned }) {
  const { privacy } = useTexts();
  const { language } = useSpeech();
  const formats = useFormats();
  const day = (instant: string) => formats.date(formats.dayKey(instant));
  if (plan.length === 0) return <p className={styles.text}>{privacy.erasureNothing}</p>;
  const held = plan.some(({ does }) => does === "kept-by-hold");
  return (
    <>
      {held && (
        <Alert role="note" className="note" data-tone="warn">
          {privacy.heldHint}
        </Alert>
      )}
      <ul className={styles.rows}>
        {plan.map(({ table, title, does, rows, article, until }) => (
          <li key={`${table}/${does}`}>
            <span className={styles.words}>{title[language]}</span>
            <span>
              {privacy.does[does](rows)}
              {article && until && (
                <span className={styles.hint}>{privacy.lockedUntil(article, day(until))}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
