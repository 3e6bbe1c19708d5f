import { doorOrders, endDoorOrder } from "@terskel/access/api/orders";
import { myDoors } from "@terskel/access/api/passages";
import { doors } from "@terskel/access/api/places";
import { useTexts } from "#language/context.ts";
import type { Order } from "#orders.ts";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

type Ended = Pick<Order, "order" | "kind"> & { readonly doors: Order["doors"] };

/** Asks, and ends what is in force at these doors. */
export function useEndOrder(organisation: string) {
  const { orders: texts } = useTexts();
  const confirm = useConfirm();
  const tell = useTell();
  const end = useSend(endDoorOrder, { refresh: [doorOrders, myDoors, doors] });
  const ask = ({ order, kind, doors: at }: Ended) =>
    confirm({
      title: texts[kind].endTitle,
      text: texts[kind].endText(at.map(({ door }) => door.name).join(", ")),
      confirm: texts[kind].end,
      onConfirm: () =>
        end.mutate(
          { params: { organisation, order }, body: { doors: at.map(({ door }) => door.id) } },
          { onSuccess: () => tell.done(texts[kind].ended), onError: tell.failed },
        ),
    });
  return { ask, busy: end.isPending };
}
