import { Button, Menu, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { contacts, removeContact } from "@terskel/customers/api/contacts";
import { IconAddressBook, IconPencil, IconPlus, IconSearch, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useSpeech } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { Email } from "#parts/Email.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { RowMenu } from "#parts/RowMenu.tsx";
import { Tag } from "#parts/Tag.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { type Item, useList, useSend } from "#queries.ts";
import { ContactModal } from "./ContactModal.tsx";
import { LanguageName } from "./LanguageName.tsx";

type Row = Item<typeof contacts>;

/** Whom the operator can write to at its customers. */
export function Contacts() {
  const { texts: all } = useSpeech();
  const { contacts: texts } = all.customers;
  const formats = useFormats();
  const confirm = useConfirm();
  const tell = useTell();
  const [search, setSearch] = useState("");
  const [asked] = useDebouncedValue(search.trim(), 250);
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<Row>();
  const query = useList(contacts, { query: asked ? { search: asked } : {} });
  const remove = useSend(removeContact, { refresh: [contacts] });
  const askToRemove = ({ id, name }: Row) =>
    confirm({
      title: texts.removeTitle(name),
      text: texts.removeText,
      confirm: texts.remove,
      onConfirm: () =>
        remove.mutate(
          { params: { contact: id } },
          { onSuccess: () => tell.done(texts.removed), onError: tell.failed },
        ),
    });
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
          {texts.add}
        </Button>
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
            <EmptyNote icon={IconSearch} title={all.people.noMatch}>
              {all.people.noMatchText}
            </EmptyNote>
          ) : (
            <EmptyNote icon={IconAddressBook} title={texts.empty}>
              {texts.emptyText}
            </EmptyNote>
          )
        }
      >
        {(items) => (
          <DataTable
            label={texts.title}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "name",
                label: texts.name,
                cell: ({ name, position }) => [name, position].filter(Boolean).join(", "),
              },
              {
                key: "company",
                label: texts.company,
                cell: ({ company, ...each }) => (
                  <>
                    {company}
                    <br />
                    <small>
                      {texts.kinds[each.customerKind]} · <LanguageName of={each.language} />
                    </small>
                  </>
                ),
              },
              { key: "email", label: texts.email, cell: ({ email }) => <Email address={email} /> },
              {
                key: "last",
                label: texts.lastContact,
                short: true,
                cell: ({ lastContactAt }) => formats.dateOf(lastContactAt),
              },
              {
                key: "marketing",
                label: texts.marketing,
                cell: ({ objected }) =>
                  objected ? <Tag tone="warn">{texts.objected}</Tag> : <Tag>{texts.canGet}</Tag>,
              },
            ]}
            actionsLabel={all.manage.actions}
            actions={(row) => (
              <RowMenu label={texts.actionsOf(row.name)}>
                <Menu.Item
                  leftSection={<IconPencil size={16} aria-hidden />}
                  onClick={() => setChanging(row)}
                >
                  {texts.change}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconTrash size={16} aria-hidden />}
                  onClick={() => askToRemove(row)}
                >
                  {texts.remove}
                </Menu.Item>
              </RowMenu>
            )}
          />
        )}
      </ListFrame>
      {adding && <ContactModal onClose={() => setAdding(false)} />}
      {changing && <ContactModal contact={changing} onClose={() => setChanging(undefined)} />}
    </Page>
  );
}
