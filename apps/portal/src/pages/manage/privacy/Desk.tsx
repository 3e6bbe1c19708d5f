import { Button, SegmentedControl } from "@mantine/core";
import { deskRequests } from "@terskel/kernel/api/desk";
import { IconMailCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { usePhone } from "#language/use-phone.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { Tag } from "#parts/Tag.tsx";
import { type Item, useList } from "#queries.ts";
import { AgreementNotice } from "#pages/agreement/Notice.tsx";
import { StateTag } from "#pages/privacy/StateTag.tsx";
import { useOrganisation } from "../use-organisation.ts";
import { DeskSections } from "./DeskSections.tsx";
import { EnterModal } from "./EnterModal.tsx";

type Row = Item<typeof deskRequests>;

const states = ["open", "closed", "restricting"] as const;
type State = (typeof states)[number];

/** The organisation's rights requests, the most urgent first. */
export function PrivacyDesk() {
  const { desk, privacy } = useTexts();
  const { id, membership } = useOrganisation();
  const [state, setState] = useState<State>("open");
  const [entering, setEntering] = useState(false);
  const formats = useFormats();
  const day = (of: (row: Row) => string | undefined) => (row: Row) => {
    const instant = of(row);
    return instant ? formats.date(formats.dayKey(instant)) : "–";
  };
  const query = useList(deskRequests, { params: { organisation: id }, query: { state } });
  return (
    <Page
      title={desk.title}
      lead={desk.lead}
      back={<DeskSections />}
      actions={<Button onClick={() => setEntering(true)}>{desk.enter}</Button>}
    >
      <AgreementNotice membership={membership} />
      <SegmentedControl
        aria-label={desk.state}
        value={state}
        onChange={(value) => setState(states.find((each) => each === value) ?? "open")}
        data={states.map((value) => ({ value, label: desk[value] }))}
        style={{ alignSelf: "flex-start" }}
      />
      <ListFrame
        query={query}
        empty={
          <EmptyNote
            icon={IconMailCheck}
            title={
              { open: desk.none, closed: desk.noneClosed, restricting: desk.noneRestricting }[state]
            }
          >
            {
              { open: desk.noneText, closed: undefined, restricting: desk.noneRestrictingText }[
                state
              ]
            }
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={desk.title}
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              { key: "person", label: desk.person, cell: (row) => <Who row={row} /> },
              {
                key: "kind",
                label: desk.kind,
                cell: (row) => `${privacy.kinds[row.kind]}, ${privacy.number(row.number)}`,
              },
              ...(state === "restricting"
                ? [
                    { key: "since", label: desk.since, cell: day(({ answeredAt }) => answeredAt) },
                    { key: "ends", label: desk.ends, cell: day(({ liftsAt }) => liftsAt) },
                  ]
                : [
                    { key: "due", label: desk.due, cell: (row: Row) => <Due row={row} /> },
                    { key: "state", label: desk.state, cell: (row: Row) => <StateTag {...row} /> },
                  ]),
            ]}
            actionsLabel={desk.see}
            actions={(row) => (
              <Button
                component={Link}
                to={`/manage/${id}/privacy/${row.id}`}
                variant="default"
                size="sm"
                aria-label={`${desk.see}: ${privacy.number(row.number)}`}
              >
                {desk.see}
              </Button>
            )}
          />
        )}
      </ListFrame>
      {entering && <EnterModal organisation={id} onClose={() => setEntering(false)} />}
    </Page>
  );
}

export function Who({ row }: { row: Pick<Row, "person" | "onBehalf" | "organisation"> }) {
  const { desk } = useTexts();
  const phoneOf = usePhone();
  const { person } = row;
  return (
    <span>
      {person
        ? (person.name ?? person.email ?? (person.phone && phoneOf(person.phone)))
        : desk.erased}{" "}
      {row.onBehalf && <Tag>{desk.onBehalf(row.organisation.name)}</Tag>}
    </span>
  );
}

function Due({ row }: { row: Row }) {
  const { desk } = useTexts();
  const formats = useFormats();
  return (
    <span>
      {formats.date(formats.dayKey(row.dueAt))}{" "}
      {row.overdue && <Tag tone="bad">{desk.overdue}</Tag>}
    </span>
  );
}
