import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { people } from "@terskel/identity/api/people";
import {
  IconCreditCard,
  IconPlus,
  IconSearch,
  IconTableImport,
  IconUsers,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { useList } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";
import { PeopleTable } from "./PeopleTable.tsx";
import { PersonModal } from "./PersonModal.tsx";
import { WhoseModal } from "./WhoseModal.tsx";

export function People() {
  const { cards, people: texts, importing } = useTexts();
  const { id: organisation } = useOrganisation();
  const [search, setSearch] = useState("");
  const [asked] = useDebouncedValue(search.trim(), 250);
  const [adding, setAdding] = useState(false);
  const [asking, setAsking] = useState(false);
  const query = useList(people, {
    params: { organisation },
    query: asked ? { search: asked } : {},
  });
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        <>
          <Button
            component={Link}
            to="/manage/$organisation/import"
            params={{ organisation }}
            variant="default"
            leftSection={<IconTableImport size={18} aria-hidden />}
          >
            {importing.title}
          </Button>
          <Button
            variant="default"
            leftSection={<IconCreditCard size={18} aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {cards.whose}
          </Button>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {texts.add}
          </Button>
        </>
      }
    >
      <TextInput
        type="search"
        aria-label={texts.search}
        placeholder={texts.search}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <ListFrame
        query={query}
        empty={
          asked ? (
            <EmptyNote icon={IconSearch} title={texts.noMatch}>
              {texts.noMatchText}
            </EmptyNote>
          ) : (
            <EmptyNote icon={IconUsers} title={texts.empty}>
              {texts.emptyText}
            </EmptyNote>
          )
        }
      >
        {(items) => <PeopleTable organisation={organisation} people={items} />}
      </ListFrame>
      {adding && <PersonModal organisation={organisation} onClose={() => setAdding(false)} />}
      {asking && <WhoseModal organisation={organisation} onClose={() => setAsking(false)} />}
    </Page>
  );
}
