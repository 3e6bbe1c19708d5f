import { myDoors } from "@terskel/access/api/passages";
import { useQueryClient } from "@tanstack/react-query";
import type { MyDoor } from "#doors.ts";
import { useLive } from "#use-live.ts";

/** Keeps the person's doors as the locks are, while the page is seen. Shows nothing. */
export function LiveDoors() {
  const client = useQueryClient();
  useLive((event) => {
    if (event.event !== "lock") return;
    const { organisation, door, lock, online } = event;
    client.setQueryData<MyDoor[]>([myDoors.id, "all", { params: { organisation } }], (known) =>
      known?.map((each) => (each.id === door ? { ...each, lock, online } : each)),
    );
  });
  return null;
}
