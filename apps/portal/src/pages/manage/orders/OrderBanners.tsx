import { Alert, Button } from "@mantine/core";
import { IconDoorExit, IconLock } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { useOrders, type Order } from "#orders.ts";
import styles from "./Orders.module.css";
import { useEndOrder } from "./use-end-order.ts";

const named = 4;

/** What is in force at the doors, for whoever administers them; nothing when nothing is. */
export function OrderBanners({ organisation }: { organisation: string }) {
  const { orders } = useOrders(organisation);
  return (
    // There before what it tells of, or a screen reader would not say it.
    <div role="status" className={styles.banners}>
      {orders.map((order) => (
        <Banner key={order.order} organisation={organisation} order={order} />
      ))}
    </div>
  );
}

function Banner({ organisation, order }: { organisation: string; order: Order }) {
  const { orders: texts } = useTexts();
  const formats = useFormats(order.doors[0]?.door.timeZone);
  const { ask, busy } = useEndOrder(organisation);
  const { kind, doors, by, why, at, until } = order;
  const nowMs = Date.now();
  const Icon = kind === "lockdown" ? IconLock : IconDoorExit;
  const when = formats.hour(at, nowMs);
  return (
    <Alert
      icon={<Icon aria-hidden />}
      className="note"
      data-tone={kind === "lockdown" ? "bad" : "warn"}
    >
      <div className={styles.banner}>
        <div className={styles.words}>
          <strong>{texts[kind].banner(doors.length, formats.hour(until, nowMs))}</strong>
          <p>
            {by ? texts.by(by.name, when) : texts.bySomebody(when)}
            {why && <>: {why}</>}
          </p>
          <p>{useNamed(doors.map(({ door }) => door.name))}</p>
          <p>{useTold(doors)}</p>
        </div>
        <Button variant="default" loading={busy} onClick={() => ask(order)}>
          {texts[kind].end}
        </Button>
      </div>
    </Alert>
  );
}

/** The doors by name, not all of them where they are many. */
function useNamed(names: readonly string[]): string {
  const { orders: texts } = useTexts();
  const shown = names.length > named + 1 ? names.slice(0, named) : names;
  const more = names.length - shown.length;
  return [shown.join(", "), more > 0 ? texts.more(more) : ""].filter(Boolean).join(" ");
}

/** How many of the doors know, and what keeps the others. */
function useTold(doors: Order["doors"]): string {
  const { orders: texts } = useTexts();
  const away = doors.filter(({ known, online }) => !known && !online).length;
  const evacuated = doors.some(({ kind }) => kind === "evacuation");
  const unlocked = doors.filter(({ lock, online }) => online && lock === "unlocked").length;
  return [
    texts.known(doors.filter(({ known }) => known).length, doors.length),
    away > 0 && texts.away(away),
    evacuated && texts.stand(unlocked, doors.length),
  ]
    .filter(Boolean)
    .join(" ");
}
