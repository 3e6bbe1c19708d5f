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
    const known = client.getQueryData<MyDoor[]>(queryKey)?.find(({ id }) => id === door);
    const before = known?.order;
    client.setQueryData<MyDoor[]>(queryKey, (known) =>
      known?.map((each) => (each.id === door ? { ...each, lock, position, online } : each)),
    );
    // What is being read just now may be older than what is told.
    const isOvertaken = client.isFetching({ queryKey }) > 0;
    const isOrdered = before?.kind !== order?.kind || before?.until !== order?.until;
    // Whether it opens, or stands open by its schedule, is another question then.
    if (isOvertaken || isOrdered || (known?.unlocking && known.lock !== lock))
      void client.invalidateQueries({ queryKey });
  });
  return null;
}
