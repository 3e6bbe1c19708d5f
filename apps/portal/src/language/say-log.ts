import type { LogMode } from "@terskel/access/api/log";
import type { en } from "#texts/en.ts";

/** How a door's log is kept, in a few words: "14 days, without names". */
export function sayLog(texts: typeof en.logging, logMode: LogMode, logDays: number): string {
  if (logMode === "off") return texts.kept.off;
  const days = texts.count(logDays);
  return logMode === "personal" ? days : `${days}, ${texts.kept[logMode]}`;
}
