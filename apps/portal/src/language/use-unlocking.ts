import type { MyDoor } from "#doors.ts";
import { useTexts } from "./context.ts";
import { useFormats } from "./use-formats.ts";

/** What a door's schedule makes of it and until when, in words; undefined where it has none or an order stands above it. */
export function useUnlocking(timeZone: string) {
  const { unlocking: texts } = useTexts();
  const formats = useFormats(timeZone);
  return (stand: MyDoor["unlocking"]): string | undefined => {
    if (!stand) return undefined;
    const { now, until } = stand;
    const nowMs = Date.now();
    // Without an end the hours go on for weeks.
    if (now === "unlocked" || now === "waiting")
      return texts.now[now](until && formats.hour(until, nowMs));
    if (now === "evacuated" || now === "locked-down" || !until) return undefined;
    return texts.now[now](
      now === "locked" ? formats.soon(until, nowMs) : formats.hour(until, nowMs),
    );
  };
}
