import type { MyDoor } from "#doors.ts";
import { useTexts } from "./context.ts";
import { useFormats } from "./use-formats.ts";

/** What a door's schedule makes of it and until when, in words; undefined where it has none or an order stands above it. */
export function useUnlocking(timeZone: string) {
  const { unlocking: texts } = useTexts();
  const formats = useFormats(timeZone);
  return (stand: MyDoor["unlocking"]): string | undefined => {
    if (!stand?.until || stand.now === "evacuated" || stand.now === "locked-down") return undefined;
    const nowMs = Date.now();
    const say = stand.now === "locked" ? formats.soon : formats.hour;
    return texts.now[stand.now](say(stand.until, nowMs));
  };
}
