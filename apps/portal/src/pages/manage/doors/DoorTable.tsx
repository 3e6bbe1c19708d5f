import { Menu } from "@mantine/core";
import { doors, removeDoor } from "@terskel/access/api/places";
import { myDoors } from "@terskel/access/api/passages";
import {
  IconDoorExit,
  IconHistory,
  IconKey,
  IconListDetails,
  IconLock,
  IconPencil,
  IconTrash,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { useOrders, type OrderKind } from "#orders.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { OrderTag } from "#parts/OrderTag.tsx";
import { OnlineTag } from "#parts/OnlineTag.tsx";
import { StateTag } from "#parts/StateTag.tsx";
import { RowMenu } from "#parts/RowMenu.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";
import styles from "../Manage.module.css";
import { useEndOrder } from "../orders/use-end-order.ts";
import type { Door } from "./DoorList.tsx";
import { KeepLockedItem } from "./KeepLocked.tsx";
import { UnlockNote } from "./UnlockNote.tsx";

const orderKinds = ["lockdown", "evacuation"] as const;

type Props = {
  organisation: string;
  doors: readonly Door[];
  /** Absent for who may not change doors. */
  onEdit: ((door: Door) => void) | undefined;
  onLog: (door: Door) => void;
  onOrder: (kind: OrderKind, door: Door) => void;
};

export function DoorTable({ organisation, doors: rows, onEdit, onLog, onOrder }: Props) {
  const { manage, logging, orders: orderTexts } = useTexts();
  const { doors: texts } = manage;
  const confirm = useConfirm();
  const tell = useTell();
  const { byDoor } = useOrders(organisation);
  const { ask: askToEnd } = useEndOrder(organisation);
  const remove = useSend(removeDoor, { refresh: [doors, myDoors] });

  const askToRemove = (door: Door) =>
    confirm({
      title: texts.removeTitle(door.name),
      text: texts.removeText,
      confirm: texts.removeConfirm,
      onConfirm: () =>
        remove.mutate(
          { params: { organisation, door: door.id } },
          { onSuccess: () => tell.done(texts.removed), onError: tell.failed },
        ),
    });

  return (
    <DataTable
      label={texts.title}
      rows={rows}
      rowKey={(door) => door.id}
      columns={[
        {
          key: "name",
          label: texts.name,
          cell: (door) => (
            <Link to="/manage/$organisation/doors/$door" params={{ organisation, door: door.id }}>
              {door.name}
            </Link>
          ),
        },
        { key: "site", label: texts.site, cell: (door) => door.site.name },
        {
          key: "controller",
          label: texts.controller,
          cell: (door) => (
            <span className={styles.stack}>
              {door.controller?.name ?? texts.noController}
              <span>
                <OnlineTag online={door.online} />
              </span>
            </span>
          ),
        },
        {
          key: "seconds",
          label: texts.openSeconds,
          cell: (door) => texts.seconds(door.openSeconds),
        },
        {
          key: "lock",
          label: texts.state,
          cell: (door) => {
            const order = byDoor.get(door.id);
            return (
              <span className={styles.tags}>
                <StateTag state={door.state} />
                {order && <OrderTag kind={order.kind} />}
                <UnlockNote door={door} />
              </span>
            );
          },
        },
      ]}
      actionsLabel={manage.actions}
      actions={(door) => (
        <RowMenu label={manage.actionsFor(door.name)}>
          <Menu.Item
            component={Link}
            to="/manage/$organisation/grants"
            params={{ organisation }}
            search={{ door: door.id }}
            leftSection={<IconKey size={18} aria-hidden />}
          >
            {texts.seeGrants}
          </Menu.Item>
          <Menu.Item
            component={Link}
            to="/manage/$organisation/log"
            params={{ organisation }}
            search={{ door: door.id }}
            leftSection={<IconListDetails size={18} aria-hidden />}
          >
            {texts.seeLog}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconHistory size={18} aria-hidden />}
            onClick={() => onLog(door)}
          >
            {logging.menu}
          </Menu.Item>
          {orderKinds.map((kind) => {
            const order = byDoor.get(door.id);
            const Icon = kind === "lockdown" ? IconLock : IconDoorExit;
            return (
              <Menu.Item
                key={kind}
                leftSection={<Icon size={18} aria-hidden />}
                onClick={() =>
                  order?.kind === kind
                    ? askToEnd({ ...order, doors: [order] })
                    : onOrder(kind, door)
                }
              >
                {order?.kind === kind ? orderTexts[kind].end : orderTexts[kind].menu}
              </Menu.Item>
            );
          })}
          {door.unlockSchedule && <KeepLockedItem organisation={organisation} door={door} />}
          {onEdit && (
            <>
              <Menu.Item
                leftSection={<IconPencil size={18} aria-hidden />}
                onClick={() => onEdit(door)}
              >
                {manage.edit}
              </Menu.Item>
              <Menu.Item
                color="var(--bad-ink)"
                leftSection={<IconTrash size={18} aria-hidden />}
                onClick={() => askToRemove(door)}
              >
                {manage.remove}
              </Menu.Item>
            </>
          )}
        </RowMenu>
      )}
    />
  );
}
