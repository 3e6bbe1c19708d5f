import type { AccessList } from "@terskel/edge-protocol";
import type { ControllerRows } from "../runtime/access-rows.ts";

type ListedRules = Pick<
  AccessList["doors"][number],
  "readerInside" | "area" | "interlock" | "twoPeople"
>;

/** The areas and what each door asks besides an access, as a controller is told. The same rows give the same. */
export function rulesInList({ areas, doors }: Pick<ControllerRows, "areas" | "doors">): {
  readonly areas: Pick<AccessList, "areas">;
  readonly ofDoor: ReadonlyMap<string, ListedRules>;
} {
  const areaNumbers = numbered(areas.map(({ id }) => id));
  const airlocks = numbered(doors.flatMap(({ airlock_id }) => airlock_id ?? []));
  const listed = areas.map(({ id, passback, forgive_hours, resets }) => ({
    id,
    passback,
    forgiveHours: forgive_hours,
    resets: resets.map((reset) =>
      reset.member_id === null ? { id: reset.id } : { id: reset.id, person: reset.member_id },
    ),
  }));
  return {
    areas: listed.length === 0 ? {} : { areas: listed },
    ofDoor: new Map(
      doors.map((door) => {
        const area = areaNumbers.get(door.area_id ?? "");
        const interlock = airlocks.get(door.airlock_id ?? "");
        return [
          door.id,
          {
            ...(door.reader_inside ? { readerInside: true } : {}),
            ...(area === undefined ? {} : { area }),
            ...(interlock === undefined ? {} : { interlock }),
          },
        ];
      }),
    ),
  };
}

const numbered = (ids: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...new Set(ids)].toSorted().map((id, at) => [id, at + 1]));
