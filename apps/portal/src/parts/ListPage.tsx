import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { ComponentProps, ReactNode } from "react";
import { DataTable } from "./DataTable.tsx";
import { EmptyNote } from "./EmptyNote.tsx";
import { ListFrame } from "./ListFrame.tsx";
import { Page } from "./Page.tsx";

type Table<T> = ComponentProps<typeof DataTable<T>>;

type Props<T> = Pick<Table<T>, "columns" | "actions" | "actionsLabel"> & {
  texts: { title: string; lead: string; add: string; empty: string; emptyText: string };
  icon: ComponentProps<typeof EmptyNote>["icon"];
  query: ComponentProps<typeof ListFrame<T>>["query"];
  onAdd: () => void;
  /** Above the list. */
  before?: ReactNode;
  /** Said after the rest where there is nothing yet. */
  emptyMore?: ReactNode;
  /** What is open over the page. */
  children?: ReactNode;
};

/** A page that is one list, to which one can add: by a button at its head, or where there is nothing yet. */
export function ListPage<T extends { id: string }>(props: Props<T>) {
  const { texts, icon, query, onAdd, before, emptyMore, children, ...table } = props;
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={onAdd}>
      {texts.add}
    </Button>
  );
  return (
    <Page title={texts.title} lead={texts.lead} actions={query.items?.length ? add : undefined}>
      {before}
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={icon} title={texts.empty} action={add}>
            {texts.emptyText} {emptyMore}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable label={texts.title} rows={items} rowKey={({ id }) => id} {...table} />
        )}
      </ListFrame>
      {children}
    </Page>
  );
}
