import type { record } from "@terskel/kernel/api/record";
import type { Received } from "@terskel/platform/contract";
import { useSpeech } from "#language/context.ts";
import { Facts } from "#parts/Facts.tsx";
import styles from "./Record.module.css";

type Controlled = Received<typeof record>["controller"]["entries"][number];
/** A processor's entry says less (Art. 30(2)). */
type Props = {
  entry: Pick<Controlled, "id" | "purpose" | "subjects" | "categories" | "everything"> &
    Partial<Controlled>;
};

/** One purpose of the record. */
export function Entry({ entry }: Props) {
  const { language, texts } = useSpeech();
  const { record: words } = texts;
  const list = (of: Controlled["subjects"] = []) => of.map((each) => each[language]).join(", ");
  const { purpose, basis, interest, subjects, categories, everything, limits = [] } = entry;
  const data = [list(categories.map(({ text }) => text)), everything?.[language]];
  const facts = [
    [words.basis, basis?.text[language]],
    [words.interest, interest?.[language]],
    [words.subjects, list(subjects)],
    [words.categories, data.filter(Boolean).join(". ")],
    [words.sources, list(entry.sources)],
    [words.recipients, list(entry.recipients)],
    [
      words.limits,
      limits.length > 0 && (
        <ul className={styles.plain}>
          {limits.map(({ table, what, how }) => (
            <li key={table}>
              {what[language]}: {how[language]}
            </li>
          ))}
        </ul>
      ),
    ],
  ] as const;
  return (
    <li>
      <h3 className={styles.purpose}>{purpose[language]}</h3>
      <Facts facts={facts.filter(([, value]) => Boolean(value))} />
    </li>
  );
}
