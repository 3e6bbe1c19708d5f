import { doors } from "@terskel/access/api/places";
import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { useLive } from "#use-live.ts";
import type { Door } from "./DoorList.tsx";

type Pages = InfiniteData<{ items: Door[]; next?: string }>;

/** Keeps the list of doors as the locks are. Shows nothing. */
export function LiveLocks({ organisation }: { organisation: string }) {
  const client = useQueryClient();
  useLive((event) => {
    if (event.event !== "lock" || event.organisation !== organisation) return;
    const { door, lock, online } = event;
    client.setQueryData<Pages>(
      [doors.id, "list", { params: { organisation } }],
      (known) =>
        known && {
          ...known,
          pages: known.pages.map((page) => ({
            ...page,
            items: page.items.map((each) => (each.id === door ? { ...each, lock, online } : each)),
          })),
        },
    );
  });
  return null;
}
