/** How long an opening takes at most, whatever the door does: the person is told within 3 seconds. */
export const ANSWER_WITHIN_MS = 2300;

/**
 * A command expires this long before the person is told that the door did not answer: the door's
 * answer has to travel too. Else a door could open after its person has been told that it will not.
 */
export const ANSWER_TRAVEL_MS = 300;

/** A door's clock further ahead than this is wrong. */
const AHEAD_MS = 60_000;

/** No controller buffers for longer; a clock that says so has lost its battery. */
const BEHIND_MS = 400 * 24 * 3600 * 1000;

/**
 * When something happened by the door's clock; by ours when the door's cannot be right.
 *
 * A passage is never lost for a wrong clock: the log is why it is reported. But a time to come would
 * stand on top of the log and outlive its keep rule, and 1970 would be deleted at once by the same
 * rule, so neither is stored. The time received stands beside it either way (C4).
 */
export function doorTime(at: string, now: Date): { at: Date; astray: boolean } {
  const aheadMs = Date.parse(at) - now.getTime();
  const astray = !(aheadMs <= AHEAD_MS && aheadMs >= -BEHIND_MS);
  return { at: astray ? now : new Date(at), astray };
}
