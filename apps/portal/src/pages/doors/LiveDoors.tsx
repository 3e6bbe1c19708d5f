import { myDoors } from "@terskel/access/api/passages";
import { useQueryClient } from "@tanstack/react-query";
import type { MyDoor } from "#doors.ts";
import { useLive } from "#use-live.ts";

/** Keeps the person's doors as the locks are, while the page is seen. Shows nothing. */
export function LiveDoors() {
  const client = useQueryClient();
  useLive((event) => {
    if (event.event !== "lock") return;
    const { organisation, door, lock, position, online, order } = event;
    const queryKey = [myDoors.id, "all", { params: { organisation } }];
    const before = client.getQueryData<MyDoor[]>(queryKey)?.find(({ id }) => id === door)?.order;
    client.setQueryData<MyDoor[]>(queryKey, (known) =>
      known?.map((each) => (each.id === door ? { ...each, lock, position, online } : each)),
    );
    // Whether it opens is another question then.
    if (before?.kind !== order?.kind || before?.until !== order?.until)
      void client.invalidateQueries({ queryKey });
  });
  return null;
}
