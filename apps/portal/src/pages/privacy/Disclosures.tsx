import { disclosures } from "@terskel/kernel/api/disclosures";
import { labels } from "@terskel/kernel/labels";
import { useSpeech } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { useRegions } from "#language/use-regions.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Panel } from "#parts/Panel.tsx";
import { Tag } from "#parts/Tag.tsx";
import { When } from "#parts/When.tsx";
import { useList } from "#queries.ts";
import styles from "./Privacy.module.css";

/** Who outside got data about the reader: whom, what for, which data and when. */
export function Disclosures() {
  const { language, texts } = useSpeech();
  const { suppliers: words } = texts;
  const formats = useFormats();
  const regionOf = useRegions();
  const query = useList(disclosures, {});
  return (
    <Panel title={words.whoGot} lead={words.whoGotLead}>
      <ListFrame query={query} empty={<p className={styles.text}>{words.nobodyGot}</p>}>
        {(items) => (
          <DataTable
            label={words.whoGot}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "who",
                label: words.who,
                cell: ({ name, recipient, country, ground }) => (
                  <span>
                    {[name, words.disclosedTo[recipient], country && regionOf(country)]
                      .filter(Boolean)
                      .join(" · ")}
                    {ground && <span className={styles.hint}>{words.byGround(ground)}</span>}
                  </span>
                ),
              },
              { key: "at", label: words.when, cell: ({ at }) => <When at={at} /> },
              {
                key: "purpose",
                label: words.whatFor,
                cell: ({ purpose, organisation }) =>
                  organisation
                    ? `${purpose[language]} (${words.onBehalfOf(organisation)})`
                    : purpose[language],
              },
              {
                key: "labels",
                label: words.whichData,
                cell: (row) => (
                  <span>
                    {row.labels.map((label) => labels[label].text[language]).join(", ")}{" "}
                    {row.bouncedAt && (
                      <Tag tone="warn">{words.bounced(formats.dateOf(row.bouncedAt))}</Tag>
                    )}
                  </span>
                ),
              },
            ]}
          />
        )}
      </ListFrame>
    </Panel>
  );
}
