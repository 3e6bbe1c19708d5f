import { languages } from "@terskel/platform/i18n";
import { useTexts } from "#language/context.ts";
import { languageNames } from "#language/names.ts";
import { Panel } from "#parts/Panel.tsx";
import styles from "./Previews.module.css";
import type { Written } from "./written.ts";

/** A letter as it reads in each language: as text, whatever stands in it. */
export function Previews({ previews }: { previews: Written }) {
  const { mailings } = useTexts().customers;
  return languages.map((each) => {
    const letter = previews[each];
    return (
      letter && (
        <Panel key={each} title={`${mailings.preview} · ${languageNames[each]}`}>
          <div lang={each} className={styles.letter} translate="no">
            <p className={styles.subject}>{letter.subject}</p>
            <p>{letter.text}</p>
          </div>
        </Panel>
      )
    );
  });
}
