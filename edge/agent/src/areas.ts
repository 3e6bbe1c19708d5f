import { isEvacuated } from "@terskel/edge-decision";
import { findPerson, type AccessPoint } from "@terskel/edge-protocol";
import type { Inside } from "./inside.ts";
import type { ListInForce } from "./list-in-force.ts";
import { longestSeconds } from "./open-seconds.ts";

export type Passer = {
  readonly door: string;
  readonly person: string;
  readonly at: AccessPoint;
};

export type Areas = {
  readonly isInside: (door: string, person: string) => boolean;
  /** The lock has moved for them, or they have the handle. Where the door has a contact they pass as it is opened, else now. */
  readonly mayPass: (passer: Passer) => void;
  /** The door was opened. */
  readonly opened: (door: string) => void;
  /** What time, another list and an evacuation bring. To be called when there is a list, and every now and then. */
  readonly review: () => void;
};

type Parts = {
  readonly inside: Inside;
  readonly list: () => ListInForce | undefined;
  readonly isOpen: (door: string) => boolean;
  readonly clock: () => number;
};

/** So long after the lock has locked again somebody may still be on the way through, as in `open-door.ts`. */
const RELOCKED_MS = 2_000;
const HOUR_MS = 3_600_000;

/**
 * Who is inside the areas that this controller's doors lead into: for as long as the rule needs it, `forgiveHours` at most, and nowhere else. The
 * cloud is not told.
 */
export function createAreas({ inside, list, isOpen, clock }: Parts): Areas {
  // Let in or out, and the door not opened yet.
  const underWay = new Map<string, (Passer & { readonly untilMs: number })[]>();
  let reviewed: ListInForce | undefined;

  const areaOf = (door: string) => {
    const { doors, areas } = list() ?? {};
    return areas?.[(doors?.get(door)?.area ?? 0) - 1];
  };
  const isWithin = (sinceMs: number, forgiveHours: number): boolean =>
    // A clock that was set back does not lengthen it.
    Math.abs(clock() - sinceMs) < forgiveHours * HOUR_MS;
  const passed = ({ door, person, at }: Passer): void => {
    const area = areaOf(door);
    if (!area) return;
    if (at === "in") inside.entered(area.id, person, clock());
    else inside.left(area.id, person);
  };
  const obeyResets = ({ areas }: ListInForce): void => {
    for (const { id, resets } of areas)
      for (const reset of resets) {
        if (inside.obeys(reset.id)) continue;
        if (reset.person === undefined) inside.clear(id);
        else inside.left(id, reset.person);
      }
    inside.keepResets(new Set(areas.flatMap(({ resets }) => resets.map(({ id }) => id))));
  };
  const endAtEvacuation = ({ compiled, doors, areas }: ListInForce): void => {
    for (const { id, area = 0 } of doors.values())
      if (area !== 0 && isEvacuated(compiled, compiled.doors.get(id)!, clock()))
        inside.clear(areas[area - 1]!.id);
  };

  return {
    isInside(door, person) {
      const area = areaOf(door);
      const sinceMs = area && inside.since(area.id, person);
      return sinceMs !== undefined && isWithin(sinceMs, area!.forgiveHours);
    },
    mayPass(passer) {
      const listed = list()?.doors.get(passer.door);
      if (listed?.area === undefined) return;
      if (listed.heldAfterSeconds === undefined || isOpen(passer.door)) return passed(passer);
      const untilMs = clock() + longestSeconds(listed) * 1000 + RELOCKED_MS;
      underWay.set(passer.door, [...(underWay.get(passer.door) ?? []), { ...passer, untilMs }]);
    },
    opened(door) {
      const nowMs = clock();
      for (const each of underWay.get(door) ?? []) if (nowMs <= each.untilMs) passed(each);
      underWay.delete(door);
    },
    review() {
      const current = list();
      // Without a list it is not known which areas these are.
      if (!current) return;
      const forgiveHours = new Map(current.areas.map((area) => [area.id, area.forgiveHours]));
      const isOther = current !== reviewed;
      reviewed = current;
      if (isOther) obeyResets(current);
      endAtEvacuation(current);
      inside.keepOnly(
        (area, person, sinceMs) =>
          isWithin(sinceMs, forgiveHours.get(area) ?? 0) &&
          // Whoever is erased in the cloud is off the list, and then is forgotten here.
          (!isOther || findPerson(current.body, person) !== undefined),
      );
      for (const [door, passers] of underWay)
        if (passers.every(({ untilMs }) => untilMs < clock())) underWay.delete(door);
    },
  };
}
