import { useUnlocking } from "#language/use-unlocking.ts";
import type { Door } from "./DoorList.tsx";
import styles from "./DoorStates.module.css";

/** Where a schedule unlocks a door now, or would: what it makes of it, and until when. */
export function UnlockNote({ door }: { door: Door }) {
  const say = useUnlocking(door.site.timeZone);
  if (!door.unlocking || door.unlocking.now === "locked") return null;
  const text = say(door.unlocking);
  return text ? <span className={styles.since}>{text}</span> : null;
}
