import { openings } from "@terskel/kernel/api/openings";
import { labels } from "@terskel/kernel/labels";
import { useSpeech } from "#language/context.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Panel } from "#parts/Panel.tsx";
import { When } from "#parts/When.tsx";
import { useList } from "#queries.ts";
import styles from "./Privacy.module.css";

/** Who in the reader's organisations opened their data: who, what for, which data and when. */
export function Openings() {
  const { language, texts } = useSpeech();
  const { opening: words, suppliers } = texts;
  const query = useList(openings, {});
  return (
    <Panel title={words.openedTitle} lead={words.openedLead}>
      <ListFrame query={query} empty={<p className={styles.text}>{words.nobody}</p>}>
        {(items) => (
          <DataTable
            label={words.openedTitle}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "who",
                label: words.who,
                cell: ({ name, organisation }) => `${name ?? words.erased} (${organisation})`,
              },
              { key: "at", label: suppliers.when, cell: ({ at }) => <When at={at} /> },
              {
                key: "purpose",
                label: suppliers.whatFor,
                cell: ({ purpose }) => purpose[language],
              },
              {
                key: "labels",
                label: suppliers.whichData,
                cell: (row) => row.labels.map((label) => labels[label].text[language]).join(", "),
              },
            ]}
          />
        )}
      </ListFrame>
    </Panel>
  );
}
