import { Button, Stack, Text } from "@mantine/core";
import { advisers, endAdviser } from "@terskel/kernel/api/advisers";
import { IconEyeCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useSpeech, useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { useOrganisation } from "#pages/manage/use-organisation.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { Tag } from "#parts/Tag.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { type Item, useList, useSend } from "#queries.ts";
import { DeskSections } from "../DeskSections.tsx";
import { AdviserModal } from "./AdviserModal.tsx";

type Adviser = Item<typeof advisers>;

/** Who from outside may see what of the organisation's data, why and how long. */
export function Advisers() {
  const { advisers: words } = useTexts();
  const { id: organisation } = useOrganisation();
  const formats = useFormats();
  const tell = useTell();
  const confirm = useConfirm();
  const [adding, setAdding] = useState(false);
  const query = useList(advisers, { params: { organisation } });
  const end = useSend(endAdviser, { refresh: [advisers] });
  const askToEnd = ({ id: adviser, name }: Adviser) =>
    confirm({
      title: words.endTitle(name),
      text: words.endText,
      confirm: words.end,
      onConfirm: () =>
        end.mutate(
          { params: { organisation, adviser } },
          { onSuccess: () => tell.done(words.ended), onError: tell.failed },
        ),
    });
  return (
    <Page
      title={words.title}
      lead={words.lead}
      back={<DeskSections />}
      actions={<Button onClick={() => setAdding(true)}>{words.add}</Button>}
    >
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconEyeCheck} title={words.none}>
            {words.noneText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={words.title}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "name",
                label: words.name,
                cell: ({ name, firm, kind }) => `${name}, ${firm} (${words.kinds[kind]})`,
              },
              { key: "need", label: words.need, cell: (row) => <Need adviser={row} /> },
              {
                key: "when",
                label: words.when,
                cell: ({ firstDay, lastDay }) =>
                  words.period(formats.date(firstDay), formats.date(lastDay)),
              },
              { key: "state", label: words.state, cell: (row) => <State adviser={row} /> },
            ]}
            actionsLabel={words.end}
            actions={(row) =>
              row.state !== "over" && (
                <Button
                  variant="default"
                  size="sm"
                  aria-label={words.endOf(row.name)}
                  onClick={() => askToEnd(row)}
                >
                  {words.end}
                </Button>
              )
            }
          />
        )}
      </ListFrame>
      {adding && <AdviserModal organisation={organisation} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Need({ adviser: { need, purposes, everyone, persons } }: { adviser: Adviser }) {
  const { language, texts } = useSpeech();
  const { advisers: words } = texts;
  return (
    <Stack gap={4}>
      <span>{need}</span>
      {purposes.map(({ id, text }) => (
        <Text key={id} size="sm">
          {text[language]}
        </Text>
      ))}
      {!everyone && (
        <Text size="sm">{words.persons(persons.map(({ name }) => name).join(", ") || "–")}</Text>
      )}
    </Stack>
  );
}

function State({ adviser: { state, refusedAt } }: { adviser: Adviser }) {
  const { advisers: words } = useTexts();
  const formats = useFormats();
  const tone = ({ invited: "warn", begins: "plain", "in-force": "good", over: "plain" } as const)[
    state
  ];
  return (
    <Stack gap={4} align="flex-start">
      <Tag tone={tone}>{words.states[state]}</Tag>
      {refusedAt && <Text size="sm">{words.refused(formats.dateTime(refusedAt))}</Text>}
    </Stack>
  );
}
