import { isLanguage } from "@terskel/platform/i18n";
import { useTexts } from "#language/context.ts";
import { languageNames } from "#language/names.ts";
import { usePhone } from "#language/use-phone.ts";
import styles from "./Handover.module.css";
import type { Preview } from "./use-bring.ts";

type Section = Preview["sections"][number];

/** What the file holds, what stands here, and why it is not taken when it is not. */
export function Value({ section }: { section: Section }) {
  const { handover } = useTexts();
  const { bring } = handover;
  const shown = useShown(section.section);
  const { there, here, state, why } = section;
  const says = why
    ? bring.whys[why]
    : state === "same" || state === "taken"
      ? bring.states[state]
      : state === "needs-code" && bring.codeHint;
  return (
    <div className={styles.value}>
      {section.section === "picture" && there ? (
        <img
          className={styles.picture}
          src={`data:image/webp;base64,${there}`}
          alt={bring.pictureAlt}
        />
      ) : (
        there && <span>{shown(there)}</span>
      )}
      {here !== undefined && here !== there && (
        <span className={styles.hint}>{bring.here(shown(here))}</span>
      )}
      {says && <span className={styles.hint}>{says}</span>}
    </div>
  );
}

function useShown(section: Section["section"]): (value: string) => string {
  const phoneOf = usePhone();
  return (value) => {
    if (section === "language" && isLanguage(value)) return languageNames[value];
    return section === "phone" ? phoneOf(value) : value;
  };
}
