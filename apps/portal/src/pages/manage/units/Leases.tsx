import { Button } from "@mantine/core";
import { leases } from "@terskel/access/api/leases";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useSpeech } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { stateOf, tenantNames } from "#leases.ts";
import type { Lease } from "#leases.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Panel } from "#parts/Panel.tsx";
import { Tag } from "#parts/Tag.tsx";
import { useList } from "#queries.ts";
import { Handovers } from "./Handovers.tsx";
import { LeaseMenu } from "./LeaseMenu.tsx";
import { LeaseModal } from "./LeaseModal.tsx";
import type { Unit } from "./Units.tsx";

type Props = { organisation: string; unit: Unit };

const tones = { running: "good", ahead: "plain", over: "warn" } as const;

/** Who rents a unit, who will and who did, and when the doors change hands. */
export function Leases({ organisation, unit }: Props) {
  const { language, texts: all } = useSpeech();
  const { leases: texts, manage } = all;
  const formats = useFormats(unit.site.timeZone);
  const [editing, setEditing] = useState<Lease | "new">();
  const query = useList(leases, { params: { organisation }, query: { unit: unit.id } });
  const nowMs = Date.now();
  const who = (lease: Lease) => tenantNames(lease, language) || texts.nameless;
  const letIt = (
    <Button
      variant="light"
      leftSection={<IconPlus size={18} aria-hidden />}
      onClick={() => setEditing("new")}
    >
      {texts.let}
    </Button>
  );
  return (
    <Panel title={texts.title} lead={texts.lead} actions={letIt}>
      <Handovers unit={unit} />
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconKey} title={texts.empty}>
            {texts.emptyText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={texts.title}
            rows={items}
            rowKey={(lease) => lease.id}
            columns={[
              { key: "who", label: texts.tenants, cell: who },
              {
                key: "when",
                label: texts.rents,
                cell: ({ from, until }) =>
                  texts.span(formats.dateTime(from), until && formats.dateTime(until)),
              },
              {
                key: "state",
                label: texts.state,
                cell: (lease) => {
                  const state = stateOf(lease, nowMs);
                  return <Tag tone={tones[state]}>{texts.states[state]}</Tag>;
                },
              },
            ]}
            actionsLabel={manage.actions}
            actions={(lease) =>
              stateOf(lease, nowMs) !== "over" && (
                <LeaseMenu
                  organisation={organisation}
                  lease={lease}
                  who={who(lease)}
                  onChange={() => setEditing(lease)}
                />
              )
            }
          />
        )}
      </ListFrame>
      {editing && (
        <LeaseModal
          organisation={organisation}
          unit={unit}
          lease={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Panel>
  );
}
