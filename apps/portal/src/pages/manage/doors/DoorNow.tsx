import { useTexts } from "#language/context.ts";
import { useUnlocking } from "#language/use-unlocking.ts";
import { useFormats } from "#language/use-formats.ts";
import { useOrders } from "#orders.ts";
import { Facts } from "#parts/Facts.tsx";
import { Panel } from "#parts/Panel.tsx";
import { StateTag } from "#parts/StateTag.tsx";
import { useNowMs } from "#parts/use-now.ts";
import type { Door } from "./DoorList.tsx";
import { KeepLockedButton } from "./KeepLocked.tsx";

/** How the door is, and how it was ordered to be: two things, with how long ago. */
export function DoorNow({ organisation, door }: { organisation: string; door: Door }) {
  const { alarms: texts } = useTexts();
  const formats = useFormats(door.site.timeZone);
  const sayUnlocking = useUnlocking(door.site.timeZone);
  const nowMs = useNowMs();
  const order = useOrders(organisation).byDoor.get(door.id);
  const { state, since, lock, position, wanted, wantedSince, online } = door;
  const lockText = texts.states[lock];
  const ago = (instant: string) => formats.ago(instant, nowMs);

  const byDefault = (!order && sayUnlocking(door.unlocking)) || texts.wantedLocks[wanted];
  const wantedText = order?.kind === "lockdown" ? texts.lockedDown : byDefault;
  const isLock = () => {
    if (!online || lock === "unknown") return texts.states.unknown;
    if (wantedSince && lock !== wanted) return texts.notDone(lockText, ago(wantedSince));
    // Of the lock alone only as long as nobody has opened the door.
    const isDone = wantedSince && since && state === "unlocked" && since >= wantedSince;
    if (!isDone) return lockText;
    const seconds = Math.round((Date.parse(since) - Date.parse(wantedSince)) / 1000);
    return texts.doneAfter(lockText, seconds);
  };
  return (
    <Panel title={texts.state}>
      <Facts
        facts={[
          [
            texts.state,
            <>
              <StateTag state={state} /> {since && ago(since)}
            </>,
          ],
          [
            texts.wanted,
            wantedSince ? texts.ordered(wantedText, formats.time(wantedSince)) : wantedText,
          ],
          [texts.lock, isLock()],
          [
            texts.leaf,
            online || position === "unknown" ? texts.positions[position] : texts.states.unknown,
          ],
        ]}
      />
      <p>{texts.egress}</p>
      {door.unlockSchedule && <KeepLockedButton organisation={organisation} door={door} />}
    </Panel>
  );
}
