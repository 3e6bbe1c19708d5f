import { pageViews } from "@terskel/kernel/api/consents";
import { IconChartBar } from "@tabler/icons-react";
import { useSpeech } from "#language/context.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { useList } from "#queries.ts";

/** How often which page is opened, by those who allow it to be counted. */
export function PageViews() {
  const { texts } = useSpeech();
  const { views } = texts.choices;
  const query = useList(pageViews, {});
  return (
    <Page title={views.title} lead={views.lead}>
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconChartBar} title={views.empty}>
            {views.emptyText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={views.title}
            rows={items}
            rowKey={({ day, page }) => `${day} ${page}`}
            columns={[
              { key: "day", label: views.day, cell: ({ day }) => day },
              { key: "page", label: views.page, cell: ({ page }) => views.pages[page] },
              { key: "views", label: views.count, cell: (each) => each.views },
              { key: "visits", label: views.visits, cell: ({ visits }) => visits },
              { key: "narrow", label: views.narrow, cell: ({ narrow }) => narrow },
            ]}
          />
        )}
      </ListFrame>
    </Page>
  );
}
