import { acknowledgeAlarm, doorAlarms } from "@terskel/access/api/alarms";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "./api.ts";
import { all, type Item } from "./queries.ts";

export type DoorAlarm = Item<typeof doorAlarms>;
/** All that wait at one door of one kind, newest first. */
export type WaitingAlarms = { readonly latest: DoorAlarm; readonly alarms: readonly DoorAlarm[] };

/** The stream of events brings them at once; this is for when it cannot. */
const pollMs = 10_000;

/** The alarms that wait for somebody, at the doors that the reader administers: a door's together. */
export function useWaitingAlarms(organisation: string, door?: string): readonly WaitingAlarms[] {
  const query = useQuery({
    ...all(doorAlarms, {
      params: { organisation },
      query: { only: "waiting", ...(door ? { door } : {}) },
    }),
    refetchInterval: pollMs,
  });
  const groups = Map.groupBy(query.data ?? [], ({ door, kind }) => `${door.id} ${kind}`);
  return (
    [...groups.values()]
      .flatMap((alarms) => {
        const [latest] = alarms;
        return latest ? [{ latest, alarms }] : [];
      })
      // Somebody is in danger: nothing else comes before that.
      .toSorted((a, b) => Number(b.latest.kind === "duress") - Number(a.latest.kind === "duress"))
  );
}

/** Says that the reader sees to these. One that somebody has seen to meanwhile is no error. */
export function useAcknowledge(organisation: string) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: [acknowledgeAlarm.id],
    mutationFn: async (alarms: readonly DoorAlarm[]) => {
      for (const { id: alarm, door } of alarms)
        await call(acknowledgeAlarm, { params: { organisation, door: door.id, alarm } });
    },
    onSettled: () => client.invalidateQueries({ queryKey: [doorAlarms.id] }),
  });
}
