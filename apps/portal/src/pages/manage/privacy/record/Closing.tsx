import type { record } from "@terskel/kernel/api/record";
import type { Received } from "@terskel/platform/contract";
import { useSpeech } from "#language/context.ts";
import { Panel } from "#parts/Panel.tsx";
import styles from "./Record.module.css";

type Props = Pick<Received<typeof record>["controller"], "transfers" | "measures">;

/** What holds for all of it: transfers and security measures. */
export function Closing({ transfers, measures }: Props) {
  const { language, texts } = useSpeech();
  const { record: words } = texts;
  return (
    <>
      <Panel title={words.transfers}>
        <p className={styles.text}>{transfers[language]}</p>
      </Panel>
      <Panel title={words.measures}>
        <ul className={styles.plain}>
          {measures.map((each) => (
            <li key={each.en}>{each[language]}</li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
