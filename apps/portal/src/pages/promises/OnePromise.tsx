import type { ReactNode } from "react";
import { useSpeech } from "#language/context.ts";
import { Tag } from "#parts/Tag.tsx";
import { When } from "#parts/When.tsx";
import styles from "./Promises.module.css";
import { tones } from "./states.ts";
import type { Told } from "./states.ts";

/** One promise in words, with its state; where it is kept and what shows it, folded. */
export function OnePromise({ promise }: { promise: Told }) {
  const { language, texts } = useSpeech();
  const { promises: words } = texts;
  const { id, text, state, activities, tables, keepers, tests } = promise;
  return (
    <li id={id}>
      <div className={styles.head}>
        <p className={styles.words}>
          <span className={styles.id}>{id}</span>
          <span>{text[language]}</span>
        </p>
        <Tag tone={tones[state]}>{words.states[state]}</Tag>
      </div>
      {activities.length + keepers.length + tests.length > 0 && (
        <details className={styles.more}>
          <summary aria-label={`${words.where}: ${id}`}>{words.where}</summary>
          <dl className={styles.facts}>
            <Fact
              name={words.activities}
              items={activities.map((activity) => [
                activity.id,
                <>
                  {activity.purpose[language]} <code className={styles.soft}>({activity.id})</code>
                </>,
              ])}
            />
            <Fact
              name={words.keepers}
              items={keepers.map((keeper) => [
                keeper.name,
                <>
                  {keeper.what[language]} <LastRun {...keeper} />
                </>,
              ])}
            />
            <Fact
              name={words.tests}
              items={tests.map(({ file, outcome, passed }) => [
                file,
                <>
                  <code>{file}</code>:{" "}
                  {outcome === "passed" ? words.outcomes.passed(passed) : words.outcomes[outcome]}
                </>,
              ])}
              none={words.none}
            />
            <Fact name={words.tables} items={tables.map((name) => [name, <code>{name}</code>])} />
          </dl>
        </details>
      )}
    </li>
  );
}

type FactProps = {
  name: string;
  items: readonly (readonly [key: string, shown: ReactNode])[];
  /** Said when there is none; absent: then nothing is. */
  none?: string;
};

function Fact({ name, items, none }: FactProps) {
  if (items.length === 0 && none === undefined) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {items.length === 0 ? (
          none
        ) : (
          <ul>
            {items.map(([key, shown]) => (
              <li key={key}>{shown}</li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
}

function LastRun({ lastDone, failedSince }: Told["keepers"][number]) {
  const { promises: words } = useSpeech().texts;
  return (
    <span className={styles.soft}>
      {lastDone ? (
        <>
          {words.lastDone} <When at={lastDone} />
        </>
      ) : (
        words.neverDone
      )}
      {failedSince && (
        <>
          , {words.failedSince} <When at={failedSince} />
        </>
      )}
    </span>
  );
}
