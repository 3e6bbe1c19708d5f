import { Button } from "@mantine/core";
import { holds, liftHold } from "@terskel/kernel/api/holds";
import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { useSpeech } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { type Item, useList, useSend } from "#queries.ts";
import { DeskSections } from "./DeskSections.tsx";
import { useOrganisation } from "../use-organisation.ts";
import { HoldModal } from "./HoldModal.tsx";

/** What is deleted by nobody for now. */
export function Holds() {
  const { language, texts } = useSpeech();
  const { deletion, desk } = texts;
  const formats = useFormats();
  const { id: organisation } = useOrganisation();
  const [placing, setPlacing] = useState(false);
  const confirm = useConfirm();
  const tell = useTell();
  const lift = useSend(liftHold, { refresh: [holds] });
  const query = useList(holds, { params: { organisation } });
  const who = ({ person }: Item<typeof holds>) => person?.name ?? deletion.everybody;
  const what = ({ table }: Item<typeof holds>) => table?.title[language] ?? deletion.everything;
  const day = (instant: string) => formats.date(formats.dayKey(instant));
  const askToLift = (hold: Item<typeof holds>) =>
    confirm({
      title: deletion.liftTitle,
      text: deletion.liftText,
      confirm: deletion.lift,
      onConfirm: () =>
        lift.mutate(
          { params: { organisation, hold: hold.id } },
          { onSuccess: () => tell.done(deletion.lifted), onError: tell.failed },
        ),
    });
  return (
    <Page
      title={deletion.holds}
      lead={deletion.holdsLead}
      back={<DeskSections />}
      actions={<Button onClick={() => setPlacing(true)}>{deletion.place}</Button>}
    >
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconLock} title={deletion.noHolds}>
            {deletion.noHoldsText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={deletion.holds}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              { key: "who", label: deletion.whose, cell: who },
              { key: "what", label: deletion.what, cell: what },
              { key: "reason", label: deletion.reason, cell: ({ reason }) => reason },
              { key: "until", label: deletion.until, cell: ({ until }) => day(until) },
              {
                key: "by",
                label: deletion.placedBy,
                cell: ({ placedBy, placedAt }) => `${placedBy ?? desk.erased}, ${day(placedAt)}`,
              },
            ]}
            actionsLabel={deletion.lift}
            actions={(hold) => (
              <Button
                variant="default"
                size="sm"
                aria-label={deletion.liftOf(`${who(hold)}, ${what(hold)}`)}
                onClick={() => askToLift(hold)}
              >
                {deletion.lift}
              </Button>
            )}
          />
        )}
      </ListFrame>
      {placing && <HoldModal organisation={organisation} onClose={() => setPlacing(false)} />}
    </Page>
  );
}
