import {
  decideByRules,
  decidePassage,
  type Decision,
  type Situation,
} from "@terskel/edge-decision";
import type { AccessPoint } from "@terskel/edge-protocol";
import type { Areas } from "./areas.ts";
import type { DoorHardware, Verdict } from "./hardware.ts";
import type { ListInForce } from "./list-in-force.ts";
import { createPairs } from "./pairs.ts";

/** `index` of the person in the list in force. */
export type Asked = {
  readonly door: string;
  readonly person: string;
  readonly index: number;
  readonly at: AccessPoint;
  /** By a code that somebody has given: for whoever holds it nobody waits, and who is inside is not known by it. */
  readonly isGuest: boolean;
};
type Remote = Pick<Asked, "door" | "person">;

/** What becomes of it. */
export type Ways = {
  readonly open: (reason: Decision["reason"]) => Promise<Verdict>;
  readonly refuse: (reason: Decision["reason"]) => Verdict;
};

export type DoorRules = {
  /** May they pass at this reader? Nothing else is asked between the decision and the way that it takes. */
  readonly pass: (asked: Asked, nowMs: number, ways: Ways) => Promise<Verdict>;
  /** May the door be opened from afar, as far as its own rules go? Nobody has passed by that. */
  readonly openRemotely: (asked: Remote, nowMs: number, ways: Ways) => Promise<Verdict>;
};

type Parts = {
  readonly hardware: Pick<DoorHardware, "lockState" | "position">;
  readonly list: () => ListInForce | undefined;
  readonly areas: Areas;
};

/** What the rule of `@terskel/edge-decision` has to know of the doors of this controller, and what its answer leaves behind. */
export function createDoorRules({ hardware, list, areas }: Parts): DoorRules {
  const pairs = createPairs();
  // A lock that was told to open and has not said so yet: two doors of an airlock may be asked at once.
  const moving = new Map<string, number>();

  const isOpenOrOpening = (door: string): boolean =>
    moving.has(door) ||
    hardware.lockState(door) === "unlocked" ||
    hardware.position(door) === "open";
  const isInterlocked = (door: string): boolean => {
    const { doors } = list()!;
    const number = doors.get(door)?.interlock;
    if (number === undefined) return false;
    for (const each of doors.values())
      if (each.id !== door && each.interlock === number && isOpenOrOpening(each.id)) return true;
    return false;
  };
  const situation = (
    at: Situation["at"],
    { door, person }: Remote,
    first: string | undefined,
  ): Situation => ({
    at,
    isInside: areas.isInside(door, person),
    isInterlocked: isInterlocked(door),
    isSecond: first !== undefined,
  });
  const meanwhile = async (door: string, open: () => Promise<Verdict>): Promise<Verdict> => {
    moving.set(door, (moving.get(door) ?? 0) + 1);
    try {
      return await open();
    } finally {
      const others = moving.get(door)! - 1;
      if (others === 0) moving.delete(door);
      else moving.set(door, others);
    }
  };

  return {
    async pass(asked, nowMs, { open, refuse }) {
      const { door, person, at, isGuest } = asked;
      const { compiled } = list()!;
      const index = compiled.doors.get(door)!;
      const first = isGuest ? undefined : pairs.first(door, person, nowMs);
      const now = { ...situation(at, asked, first), ...(isGuest ? { isInside: false } : {}) };
      const { allowed, reason } = decidePassage(compiled, asked.index, index, nowMs, now);
      if (reason === "second-person" && !isGuest) pairs.wait(door, person, nowMs);
      // They leave by the handle instead.
      if (at === "out" && reason === "lockdown" && !isGuest) areas.mayPass({ door, person, at });
      if (!allowed) return refuse(reason);
      const verdict = await meanwhile(door, () => open(reason));
      if (verdict.outcome !== "opened") return verdict;
      pairs.done(door);
      if (first !== undefined && at === "in") areas.mayPass({ door, person: first, at });
      if (!isGuest) areas.mayPass({ door, person, at });
      return verdict;
    },
    async openRemotely(asked, nowMs, { open, refuse }) {
      const { compiled } = list()!;
      const index = compiled.doors.get(asked.door)!;
      const now = situation("remote", asked, undefined);
      const { allowed, reason } = decideByRules(compiled, index, nowMs, now);
      return allowed ? meanwhile(asked.door, () => open(reason)) : refuse(reason);
    },
  };
}
