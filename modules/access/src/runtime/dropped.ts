import type { Log } from "@terskel/platform/log";

/**
 * Why something from a controller was not acted on:
 *
 * - `not-of-the-protocol`: a topic, message or single event that the edge protocol does not have.
 * - `unknown-controller`: from a controller that is not registered (any more).
 * - `agreement-ended`: of an organisation whose agreement has ended.
 * - `foreign-door`: about a door that is not this controller's.
 * - `foreign-id`: an event with the id of another door's passage.
 * - `past-its-time`: a passage that would be deleted at once by its keep rule.
 * - `foreign-ack`: an answer to a command that another controller was given.
 */
export type DropReason =
  | "not-of-the-protocol"
  | "unknown-controller"
  | "agreement-ended"
  | "foreign-door"
  | "foreign-id"
  | "past-its-time"
  | "foreign-ack";

export type Dropped = {
  readonly count: (reason: DropReason, controller: string | undefined, howMany?: number) => void;
  readonly counts: () => Readonly<Record<DropReason, number>>;
};

/** Counts what was dropped since the start, and logs it without a word of its content. */
export function createDropped(log: Log): Dropped {
  const counts: Record<DropReason, number> = {
    "not-of-the-protocol": 0,
    "unknown-controller": 0,
    "agreement-ended": 0,
    "foreign-door": 0,
    "foreign-id": 0,
    "past-its-time": 0,
    "foreign-ack": 0,
  };
  return {
    count(reason, controller, howMany = 1) {
      if (howMany === 0) return;
      counts[reason] += howMany;
      log.warn({ reason, controller, howMany }, "dropped what came from a controller");
    },
    counts: () => ({ ...counts }),
  };
}
