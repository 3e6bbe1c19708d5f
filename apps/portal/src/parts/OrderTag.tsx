import { IconDoorExit, IconLock } from "@tabler/icons-react";
import { useTexts } from "../language/context.ts";
import type { OrderKind } from "../orders.ts";
import { Tag } from "./Tag.tsx";

/** That a door is locked down, or stands open for an evacuation. */
export function OrderTag({ kind }: { kind: OrderKind }) {
  const { orders } = useTexts();
  const Icon = kind === "lockdown" ? IconLock : IconDoorExit;
  return (
    <Tag tone={kind === "lockdown" ? "bad" : "warn"} icon={<Icon aria-hidden />}>
      {orders[kind].tag}
    </Tag>
  );
}
