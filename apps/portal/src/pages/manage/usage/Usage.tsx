import { SegmentedControl } from "@mantine/core";
import { usage } from "@terskel/access/api/statistics";
import { IconChartBar } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Panel } from "#parts/Panel.tsx";
import { all } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";
import { ByDoor } from "./ByDoor.tsx";
import { ByWeek } from "./ByWeek.tsx";
import { byDoor, byWeek, mondayBefore } from "./summary.ts";

const periods = { quarter: 13, year: 52 } as const;
type Period = keyof typeof periods;

/** How much the doors are used, in figures that lead back to nobody. */
export function Usage() {
  const { usage: texts } = useTexts();
  const { id: organisation } = useOrganisation();
  const [period, setPeriod] = useState<Period>("quarter");
  const from = mondayBefore(new Date(), periods[period]);
  const { data, error, refetch } = useQuery({
    ...all(usage, { params: { organisation }, query: { from } }),
    placeholderData: keepPreviousData,
  });
  if (!data) return <PageWait title={texts.title} error={error} retry={() => void refetch()} />;
  const found = data.some(({ cells }) => cells.length > 0);
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        <SegmentedControl
          aria-label={texts.period}
          value={period}
          onChange={setPeriod}
          data={(["quarter", "year"] as const).map((value) => ({
            value,
            label: texts.periods[value],
          }))}
        />
      }
    >
      {found ? (
        <>
          <Panel title={texts.byWeek}>
            <ByWeek rows={byWeek(data)} />
          </Panel>
          <Panel title={texts.byDoor}>
            <ByDoor rows={byDoor(data)} weeks={new Set(data.map(({ week }) => week)).size} />
          </Panel>
        </>
      ) : (
        <EmptyNote icon={IconChartBar} title={texts.empty}>
          {data.length > 0 ? texts.tooFewText : texts.emptyText}
        </EmptyNote>
      )}
      <Panel title={texts.how}>
        <p>{texts.howText}</p>
      </Panel>
    </Page>
  );
}
