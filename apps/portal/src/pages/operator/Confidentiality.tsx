import { Button, Checkbox } from "@mantine/core";
import { me } from "@terskel/identity/api/me";
import {
  boundStaff,
  confidentiality,
  signConfidentiality,
} from "@terskel/kernel/api/confidentiality";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSpeech } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Panel } from "#parts/Panel.tsx";
import { Tag } from "#parts/Tag.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { read, useList, useSend } from "#queries.ts";
import styles from "./Confidentiality.module.css";

/** The confidentiality declaration: it is signed here, and until then nothing else is shown. */
export function Confidentiality() {
  const { language, texts } = useSpeech();
  const { suppliers: words } = texts;
  const formats = useFormats();
  const tell = useTell();
  const [agreed, setAgreed] = useState(false);
  const query = useQuery(read(confidentiality, {}));
  const sign = useSend(signConfidentiality, { refresh: [confidentiality, boundStaff, me] });
  if (!query.data) {
    const { error, refetch } = query;
    return <PageWait title={words.secrecy} error={error} retry={() => void refetch()} />;
  }
  const { version, text, signedAt } = query.data;
  return (
    <Page
      title={words.secrecy}
      lead={signedAt ? words.signed(formats.dateOf(signedAt)) : words.mustSign}
    >
      <Panel title={words.declaration}>
        <ul className={styles.declaration}>
          {text[language].split("\n").map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {!signedAt && (
          <>
            <Checkbox
              label={words.haveRead}
              checked={agreed}
              onChange={({ currentTarget: { checked } }) => setAgreed(checked)}
            />
            <Button
              mt="md"
              disabled={!agreed}
              loading={sign.isPending}
              onClick={() =>
                sign.mutate(
                  { body: { version } },
                  { onSuccess: () => tell.done(words.nowSigned), onError: tell.failed },
                )
              }
            >
              {words.sign}
            </Button>
          </>
        )}
      </Panel>
      {signedAt && <Staff />}
    </Page>
  );
}

function Staff() {
  const { suppliers: words } = useSpeech().texts;
  const formats = useFormats();
  const query = useList(boundStaff, {});
  return (
    <Panel title={words.staff} lead={words.staffLead}>
      <ListFrame query={query} empty={null}>
        {(items) => (
          <DataTable
            label={words.staff}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              { key: "name", label: words.name, cell: ({ name }) => name },
              {
                key: "signed",
                label: words.signedOn,
                cell: ({ signedAt }) =>
                  signedAt ? formats.dateOf(signedAt) : <Tag tone="warn">{words.notSigned}</Tag>,
              },
            ]}
          />
        )}
      </ListFrame>
    </Panel>
  );
}
