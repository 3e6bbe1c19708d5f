import { NativeSelect, Skeleton } from "@mantine/core";
import { promises } from "@terskel/kernel/api/promises";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Page } from "#parts/Page.tsx";
import { Panel } from "#parts/Panel.tsx";
import { Tag } from "#parts/Tag.tsx";
import { read } from "#queries.ts";
import { Evidence } from "./Evidence.tsx";
import { OnePromise } from "./OnePromise.tsx";
import { states, tones } from "./states.ts";
import type { State } from "./states.ts";
import styles from "./Promises.module.css";

const groups = ["A", "B", "C", "D"] as const;

/** Every promise of the notices: where it is kept, what shows it, and its state. For anyone. */
export function Promises() {
  const { promises: words, shell } = useTexts();
  const query = useQuery(read(promises, {}));
  const [only, setOnly] = useState<State>();
  const all = query.data?.promises ?? [];
  const count = (state: State) => all.filter((each) => each.state === state).length;
  const shown = all.filter(({ state }) => !only || state === only);
  const here = states.filter((state) => count(state) > 0);
  return (
    <Page title={words.title} lead={words.lead}>
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {!query.data && !query.error && (
        <Skeleton height={280} radius="lg" role="status" aria-label={shell.loading} />
      )}
      {query.data && (
        <>
          <Panel>
            <Evidence evidence={query.data.evidence} />
            <dl className={styles.means}>
              {here.map((state) => (
                <div key={state}>
                  <dt>
                    <Tag tone={tones[state]}>
                      {words.counted(words.states[state], count(state))}
                    </Tag>
                  </dt>
                  <dd>{words.means[state]}</dd>
                </div>
              ))}
            </dl>
          </Panel>
          <NativeSelect
            className={styles.choice}
            label={words.show}
            value={only ?? ""}
            data={[
              { value: "", label: words.all(all.length) },
              ...here.map((value) => ({
                value,
                label: words.counted(words.states[value], count(value)),
              })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              setOnly(states.find((each) => each === value))
            }
            style={{ alignSelf: "flex-start" }}
          />
          {groups.map((group) => {
            const its = shown.filter(({ id }) => id.startsWith(group));
            if (its.length === 0) return null;
            return (
              <Panel key={group} title={words.groups[group]}>
                <ul className={styles.list}>
                  {its.map((each) => (
                    <OnePromise key={each.id} promise={each} />
                  ))}
                </ul>
              </Panel>
            );
          })}
          <p className={styles.text}>
            <a href={promises.path}>{words.json}</a>
          </p>
        </>
      )}
    </Page>
  );
}
