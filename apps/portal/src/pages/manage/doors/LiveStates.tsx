import { doorAlarms } from "@terskel/access/api/alarms";
import { stateOf } from "@terskel/access/api/door-state";
import { doors, oneDoor } from "@terskel/access/api/places";
import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { useLive, type LiveEvent } from "#use-live.ts";
import type { Door } from "./DoorList.tsx";

type Pages = InfiniteData<{ items: Door[]; next?: string }>;
type Moved = Extract<LiveEvent, { event: "lock" }>;

/** Keeps what is shown of the doors and their alarms as it is. Shows nothing. */
export function LiveStates({ organisation }: { organisation: string }) {
  const client = useQueryClient();
  useLive((event) => {
    if (event.event === "passage" || event.organisation !== organisation) return;
    if (event.event === "alarm") {
      for (const { id } of [doorAlarms, doors, oneDoor])
        void client.invalidateQueries({ queryKey: [id] });
      return;
    }
    const params = { organisation };
    const anew = (known: readonly Door[]) => known.map((door) => moved(door, event));
    client.setQueryData<Pages>(
      [doors.id, "list", { params }],
      (known) =>
        known && {
          ...known,
          pages: known.pages.map((page) => ({ ...page, items: anew(page.items) })),
        },
    );
    client.setQueryData<Door[]>([doors.id, "all", { params }], (known) => known && anew(known));
    void client.invalidateQueries({
      queryKey: [oneDoor.id, { params: { organisation, door: event.door } }],
    });
  });
  return null;
}

function moved(door: Door, { door: id, lock, position, online }: Moved): Door {
  if (door.id !== id) return door;
  const now = { ...door, lock, position, online };
  // An alarm's end is told besides.
  return { ...now, state: stateOf(now) };
}
