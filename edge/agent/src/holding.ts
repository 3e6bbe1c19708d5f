import { isOpenTo, standOf } from "@terskel/edge-decision";
import type { DoorHardware } from "./hardware.ts";
import type { Lists } from "./lists.ts";
import { codeOf, type Log } from "./log.ts";
import { settledInTime } from "./settled-in-time.ts";

export type Holding = {
  /** Holds and releases what the list in force says now. To be called when there is another list, and every now and then. */
  readonly review: () => void;
};

/**
 * Holds the locks open of doors that are evacuated or in the hours of their schedule, and lets them go at the end, by this controller's
 * clock: also when nothing more is heard, and also what an agent held that ended meanwhile. A lock that does not obey is told of once, and
 * tried again at each review: somebody may be behind it.
 */
export function createHolding(
  hardware: Pick<DoorHardware, "hold" | "release">,
  lists: Pick<Lists, "current" | "isTooOld">,
  clock: () => number,
  openedMs: (door: string) => number,
  log: Log,
): Holding {
  // What each lock was told and did. A lock that was told nothing yet may be held since before this start.
  const done = new Map<string, boolean>();
  const busy = new Set<string>();
  const faulty = new Set<string>();

  const isWanted = (door: string): boolean | undefined => {
    const { compiled } = lists.current() ?? {};
    const index = compiled?.doors.get(door);
    if (compiled === undefined || index === undefined) return undefined;
    const nowMs = clock();
    const stand = standOf(compiled, index, nowMs, openedMs(door));
    // By a list that is too old to let anybody in no door stands open either, save for who has to get out.
    return isOpenTo(stand) && (stand === "evacuated" || !lists.isTooOld(door, nowMs));
  };

  const tell = async (door: string, held: boolean): Promise<void> => {
    busy.add(door);
    try {
      await settledInTime(held ? hardware.hold(door) : hardware.release(door));
      if (held || done.get(door)) log("warn", held ? "door-held" : "door-released", { door });
      done.set(door, held);
      faulty.delete(door);
    } catch (error) {
      // It may have moved all the same, a little late.
      done.delete(door);
      if (!faulty.has(door)) log("error", "hardware-fault", { door, problem: codeOf(error) });
      faulty.add(door);
    } finally {
      busy.delete(door);
    }
    // What was ordered while the lock moved is not left until the next review.
    const wanted = isWanted(door);
    if (done.has(door) && wanted !== undefined && wanted !== done.get(door))
      await tell(door, wanted);
  };

  return {
    review() {
      const doors = lists.current()?.doors;
      // The hardware locks what is no door of the list any more.
      for (const door of done.keys()) if (!doors?.has(door)) done.delete(door);
      for (const door of doors?.keys() ?? []) {
        const wanted = isWanted(door);
        if (busy.has(door) || wanted === undefined || done.get(door) === wanted) continue;
        void tell(door, wanted);
      }
    },
  };
}
