import type { CompiledDoors, DoorsWithoutRows } from "./compile.ts";
import { isEvacuated } from "./orders.ts";
import {
  GRANTED,
  INTERLOCK,
  NOTED_PASSBACK,
  PASSBACK,
  SECOND_PERSON,
  type Decision,
} from "./reason.ts";

/** What each door asks besides a grant; 0: not. `area`: `n` is `areas[n - 1]`. */
export type CompiledRules = {
  readonly area: Uint16Array;
  readonly isHard: Uint8Array;
  readonly interlock: Uint16Array;
  readonly twoPeople: Uint8Array;
};

/** @throws RangeError for an area that is not given */
export function layOutRules({
  doors,
  areas = [],
}: Pick<DoorsWithoutRows, "doors" | "areas">): CompiledRules {
  const area = Uint16Array.from(doors, ({ area: number = 0 }) => {
    if (number === 0 || areas[number - 1]) return number;
    throw new RangeError(`a door leads into area ${number}, which is not given`);
  });
  return {
    area,
    isHard: Uint8Array.from(area, (number) => Number(areas[number - 1]?.passback === "hard")),
    interlock: Uint16Array.from(doors, ({ interlock }) => interlock ?? 0),
    twoPeople: Uint8Array.from(doors, ({ twoPeople }) => Number(twoPeople ?? false)),
  };
}

/**
 * What only the door knows as somebody wants to pass.
 *
 * - `at`: the reader outside, the one inside, or no reader: from afar.
 * - `isInside`: they came into the door's area, and have neither left nor been forgiven.
 * - `isInterlocked`: another door of the same airlock is unlocked or stands open.
 * - `isSecond`: somebody else with access has just shown themselves here.
 */
export type Situation = {
  readonly at: "in" | "out" | "remote";
  readonly isInside: boolean;
  readonly isInterlocked: boolean;
  readonly isSecond: boolean;
};

/**
 * What the door's rules say to who has access to it: the first that refuses. An evacuation is above them all, also one of another door
 * of the same area or airlock. Whoever goes out is asked about the airlock only.
 */
export function decideByRules(
  list: CompiledDoors,
  doorIndex: number,
  atMs: number,
  { at, isInside, isInterlocked, isSecond }: Situation,
): Decision {
  const { rules } = list;
  if (isPutAside(list, doorIndex, atMs)) return GRANTED;
  const comesAgain = at !== "out" && isInside && rules.area[doorIndex] !== 0;
  if (comesAgain && rules.isHard[doorIndex] === 1) return PASSBACK;
  if (isInterlocked && rules.interlock[doorIndex] !== 0) return INTERLOCK;
  if (at !== "out" && rules.twoPeople[doorIndex] === 1 && !isSecond) return SECOND_PERSON;
  return comesAgain ? NOTED_PASSBACK : GRANTED;
}

function isPutAside(list: CompiledDoors, doorIndex: number, atMs: number): boolean {
  const { area, interlock } = list.rules;
  const areaHere = area[doorIndex]!;
  const interlockHere = interlock[doorIndex]!;
  if (isEvacuated(list, doorIndex, atMs)) return true;
  if (areaHere === 0 && interlockHere === 0) return false;
  for (let each = 0; each < area.length; each += 1) {
    const isRelated =
      (areaHere !== 0 && area[each] === areaHere) ||
      (interlockHere !== 0 && interlock[each] === interlockHere);
    if (isRelated && isEvacuated(list, each, atMs)) return true;
  }
  return false;
}
