/** For how many days a passage is kept: what workplaces in Norway usually keep a door's log. */
export const LOG_KEEP_DAYS = 90;

/** Its time was up before it came: it is not stored for the moment until it would be deleted. */
export function isPastItsTime(at: Date, now: Date): boolean {
  return at.getTime() <= now.getTime() - LOG_KEEP_DAYS * 24 * 3600 * 1000;
}
