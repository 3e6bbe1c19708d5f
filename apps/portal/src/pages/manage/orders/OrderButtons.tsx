import { Button } from "@mantine/core";
import { IconDoorExit, IconLock } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import type { OrderKind } from "#orders.ts";

/** The first of two taps. */
export function OrderButtons({ onOrder }: { onOrder: (kind: OrderKind) => void }) {
  const { orders: texts } = useTexts();
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconLock size={18} aria-hidden />}
        onClick={() => onOrder("lockdown")}
      >
        {texts.lockdown.verb}
      </Button>
      <Button
        variant="default"
        leftSection={<IconDoorExit size={18} aria-hidden />}
        onClick={() => onOrder("evacuation")}
      >
        {texts.evacuation.verb}
      </Button>
    </>
  );
}
