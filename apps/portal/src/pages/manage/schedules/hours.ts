/** `[["08:00", "16:00"]]`, a day's hours; empty: closed. What is not filled in is "". */
export type Hours = [from: string, until: string][];

const isQuarter = (time: string) => /^\d\d:(00|15|30|45)$/.test(time);

/** What is wrong with a day's hours. */
export function faultOf(hours: Hours): "fill" | "wrong" | undefined {
  if (hours.some(([from, until]) => !from || !until)) return "fill";
  const right = hours.every(([from, until], at) => {
    const after = hours[at - 1]?.[1] ?? "";
    return isQuarter(from) && isQuarter(until) && from < until && from > after;
  });
  return right ? undefined : "wrong";
}

/** As the day's field shows midnight at its end, which it cannot tell from the one at its start. */
export const toField = (until: string) => (until === "24:00" ? "00:00" : until);
export const fromField = (until: string) => (until === "00:00" ? "24:00" : until);

/** The hours that are still free in a day, from the full hour after its last. */
export function nextFree(hours: Hours): [string, string] | undefined {
  const last = hours.at(-1)?.[1];
  if (last === undefined) return ["08:00", "16:00"];
  const hour = Number(last.slice(0, 2)) + 1;
  return hour < 24 ? [`${String(hour).padStart(2, "0")}:00`, "24:00"] : undefined;
}

/** Share of the day, 0 to 1, at which a time stands. */
export const shareOf = (time: string) =>
  (Number(time.slice(0, 2)) + Number(time.slice(3)) / 60) / 24;

/** Days that follow each other with the same hours, together: `[[0, 4, hours], [5, 6, []]]`. */
export function spans(week: readonly Hours[]): [first: number, last: number, hours: Hours][] {
  const found: [number, number, Hours][] = [];
  for (const [day, hours] of week.entries()) {
    const before = found.at(-1);
    if (before && JSON.stringify(before[2]) === JSON.stringify(hours)) before[1] = day;
    else found.push([day, day, hours]);
  }
  return found;
}
