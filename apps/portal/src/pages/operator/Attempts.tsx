import { NativeSelect } from "@mantine/core";
import { signInAttempts } from "@terskel/identity/api/operator";
import { IconShieldCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { Tag } from "#parts/Tag.tsx";
import { When } from "#parts/When.tsx";
import { useList } from "#queries.ts";

const outcomes = ["accepted", "refused", "limited"] as const;
const tones = { accepted: "good", refused: "bad", limited: "warn" } as const;

/** A newer server may give reasons that this page has no words for yet. */
const inWords = (words: Readonly<Record<string, string>>, reason: string) =>
  words[reason] ?? reason;

export function Attempts() {
  const { operator, profile } = useTexts();
  const { attempts: texts } = operator;
  const [wanted, setWanted] = useState("");
  const outcome = outcomes.find((each) => each === wanted);
  const query = useList(signInAttempts, { query: outcome ? { outcome } : {} });
  return (
    <Page title={texts.title} lead={texts.lead}>
      <NativeSelect
        label={texts.filter}
        maw={280}
        value={wanted}
        data={[
          { value: "", label: texts.all },
          ...outcomes.map((each) => ({ value: each, label: texts.outcomes[each] })),
        ]}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconShieldCheck} title={texts.empty}>
            {texts.emptyText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={texts.title}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              { key: "at", label: texts.at, cell: ({ at }) => <When at={at} precise /> },
              { key: "method", label: texts.method, cell: ({ method }) => profile.methods[method] },
              {
                key: "outcome",
                label: texts.outcome,
                cell: ({ outcome }) => <Tag tone={tones[outcome]}>{texts.outcomes[outcome]}</Tag>,
              },
              {
                key: "reason",
                label: texts.reason,
                cell: ({ reason }) => inWords(texts.reasons, reason),
              },
              { key: "ip", label: texts.ip, cell: ({ ip }) => ip },
            ]}
          />
        )}
      </ListFrame>
    </Page>
  );
}
