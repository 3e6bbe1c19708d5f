import { pastDoorOrders } from "@terskel/access/api/orders";
import { IconHistory } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { OrderTag } from "#parts/OrderTag.tsx";
import { Panel } from "#parts/Panel.tsx";
import { When } from "#parts/When.tsx";
import { useList } from "#queries.ts";
import type { Door } from "./DoorList.tsx";

/** What has been ordered of the door, newest first. */
export function PastOrders({ organisation, door }: { organisation: string; door: Door }) {
  const { alarms: texts } = useTexts();
  const { timeZone } = door.site;
  const formats = useFormats(timeZone);
  const query = useList(pastDoorOrders, { params: { organisation, door: door.id } });
  return (
    <Panel title={texts.orders}>
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconHistory} title={texts.noOrders}>
            {texts.noOrdersText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={texts.orders}
            rows={items}
            rowKey={({ order }) => order}
            columns={[
              { key: "order", label: texts.order, cell: ({ kind }) => <OrderTag kind={kind} /> },
              {
                key: "at",
                label: texts.orderedAt,
                cell: ({ at }) => <When at={at} timeZone={timeZone} precise />,
              },
              {
                key: "ended",
                label: texts.orderEnded,
                cell: ({ ended, until }) =>
                  ended ? (
                    <When at={ended} timeZone={timeZone} precise />
                  ) : (
                    texts.orderUntil(formats.dateTime(until))
                  ),
              },
              { key: "by", label: texts.by, cell: ({ by }) => by?.name ?? "–" },
              { key: "why", label: texts.why, cell: ({ why }) => why ?? "–" },
            ]}
          />
        )}
      </ListFrame>
    </Panel>
  );
}
