import { NativeSelect } from "@mantine/core";
import { setAuthorisation, supplierAnswers } from "@terskel/kernel/api/suppliers";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Panel } from "#parts/Panel.tsx";
import { Tag } from "#parts/Tag.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useList, useSend } from "#queries.ts";

const tones = { named: "plain", asked: "warn", approved: "good", objected: "bad" } as const;
const hows = ["general", "specific"] as const;

/** What each organisation answers about a supplier, and how it agreed to be asked. */
export function Answers({ supplier }: { supplier: string }) {
  const { suppliers: words } = useTexts();
  const formats = useFormats();
  const tell = useTell();
  const query = useList(supplierAnswers, { params: { supplier } });
  const change = useSend(setAuthorisation, { refresh: [supplierAnswers] });
  return (
    <Panel title={words.answers} lead={words.answersLead}>
      <ListFrame query={query} empty={<p>{words.noAnswers}</p>}>
        {(items) => (
          <DataTable
            label={words.answers}
            rows={items}
            rowKey={({ organisation }) => organisation.id}
            columns={[
              {
                key: "organisation",
                label: words.organisation,
                cell: ({ organisation }) => organisation.name,
              },
              {
                key: "answer",
                label: words.answer,
                cell: ({ state, objectsBy, reason }) => (
                  <span>
                    <Tag tone={tones[state]}>{words.answerStates[state]}</Tag>{" "}
                    {reason ?? (objectsBy && words.mayObject(formats.dateOf(objectsBy)))}
                  </span>
                ),
              },
              {
                key: "how",
                label: words.how,
                cell: ({ organisation, authorisation }) => (
                  <NativeSelect
                    aria-label={words.howOf(organisation.name)}
                    value={authorisation}
                    data={hows.map((value) => ({ value, label: words.hows[value] }))}
                    onChange={({ currentTarget: { value } }) =>
                      change.mutate(
                        {
                          params: { organisation: organisation.id },
                          body: { authorisation: value === "specific" ? "specific" : "general" },
                        },
                        { onSuccess: () => tell.done(words.howChanged), onError: tell.failed },
                      )
                    }
                  />
                ),
              },
            ]}
          />
        )}
      </ListFrame>
    </Panel>
  );
}
