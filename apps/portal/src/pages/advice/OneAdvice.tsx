import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { advisedPersons, oneAdvice } from "@terskel/kernel/api/advice";
import type { Received } from "@terskel/platform/contract";
import { IconSearch, IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useSpeech } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { Facts } from "#parts/Facts.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Panel } from "#parts/Panel.tsx";
import { read, useList } from "#queries.ts";
import { SignAdvice } from "./SignAdvice.tsx";

export type Assignment = Received<typeof oneAdvice>;

/** One assignment: the declaration to sign, then whose data it covers. */
export function OneAdvice() {
  const { language, texts } = useSpeech();
  const { advisers: words } = texts;
  const formats = useFormats();
  const { adviser = "" } = useParams({ strict: false });
  const query = useQuery(read(oneAdvice, { params: { adviser } }));
  const back = <Link to="/advice">{words.back}</Link>;
  const found = query.data;
  if (!found) {
    const retry = () => void query.refetch();
    return <PageWait title={words.own} back={back} error={query.error} retry={retry} />;
  }
  const { state, organisation, need, firstDay, lastDay, purposes } = found;
  return (
    <Page title={organisation} lead={need} back={back}>
      <Panel title={words.allowed}>
        <Facts
          facts={[
            [words.when, words.period(formats.date(firstDay), formats.date(lastDay))],
            [words.purposesShort, purposes.map(({ text }) => text[language]).join("; ")],
          ]}
        />
      </Panel>
      {state === "invited" && <SignAdvice assignment={found} />}
      {state === "begins" && <p>{words.notBegun(formats.date(firstDay))}</p>}
      {state === "over" && <p>{words.over}</p>}
      {state === "in-force" && <Persons adviser={adviser} />}
    </Page>
  );
}

function Persons({ adviser }: { adviser: string }) {
  const { advisers: words } = useSpeech().texts;
  const [search, setSearch] = useState("");
  const [asked] = useDebouncedValue(search.trim(), 300);
  const query = useList(advisedPersons, {
    params: { adviser },
    query: { limit: 20, ...(asked ? { search: asked } : {}) },
  });
  return (
    <Panel title={words.people} lead={words.peopleLead}>
      <TextInput
        type="search"
        label={words.search}
        leftSection={<IconSearch size={18} aria-hidden />}
        maxLength={120}
        value={search}
        onChange={({ currentTarget: { value } }) => setSearch(value)}
        mb="md"
      />
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconUsers} title={words.nobody}>
            {words.nobodyText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={words.people}
            rows={items}
            rowKey={({ id }) => id}
            columns={[{ key: "name", label: words.name, cell: ({ name }) => name }]}
            actionsLabel={words.open}
            actions={({ id, name }) => (
              <Button
                component={Link}
                to={`/advice/${adviser}/${id}`}
                variant="default"
                size="sm"
                aria-label={words.openOf(name)}
              >
                {words.open}
              </Button>
            )}
          />
        )}
      </ListFrame>
    </Panel>
  );
}
