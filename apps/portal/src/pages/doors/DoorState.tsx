import type { MyDoor } from "#doors.ts";
import { useTexts } from "#language/context.ts";
import { useUnlocking } from "#language/use-unlocking.ts";
import { useFormats } from "#language/use-formats.ts";
import { Countdown } from "./Countdown.tsx";
import { useBecause } from "./say-outcome.ts";
import type { Opening } from "./use-opening.ts";

type Props = { door: MyDoor; opening: Opening };

/** The line under a door's name. */
export function DoorState({ door, opening }: Props) {
  const { doors } = useTexts();
  const because = useBecause(door.site.timeZone);
  switch (opening.state) {
    case "opening":
      return doors.opening;
    case "opened":
      return (
        <>
          <strong>{doors.opened}</strong> · <Countdown seconds={opening.seconds} />
        </>
      );
    case "refused":
      return opening.detail || doors.refused(because(opening));
    case "unanswered":
      return (
        <>
          <strong>{doors.unanswered}</strong>. {doors.unansweredHint}
        </>
      );
    case "unheard":
      return doors.unheard;
    case "failed":
      return doors.failed;
    case "unproven":
      return doors.proof.title;
    default:
      return <Waiting door={door} />;
  }
}

function Waiting({ door }: { door: MyDoor }) {
  const { areas, doors, orders, schedules } = useTexts();
  const formats = useFormats(door.site.timeZone);
  const sayUnlocking = useUnlocking(door.site.timeZone);
  if (door.order) return orders[door.order.kind].mine(formats.hour(door.order.until, Date.now()));
  if (standsOpen(door)) return sayUnlocking(door.unlocking);
  if (door.twoPeople) return areas.together;
  if (!door.openable) {
    if (door.opensAt) return schedules.opensAt(formats.soon(door.opensAt, Date.now()));
    const starts = door.grants.map((grant) => grant.validFrom).find((at) => isAhead(at));
    const ends = door.grants.map((grant) => grant.validUntil).find((at) => at && !isAhead(at));
    if (starts) return doors.from(formats.dateTime(starts));
    if (ends) return doors.ended(formats.dateTime(ends));
    return door.online ? doors.notNow : doors.disconnected;
  }
  if (!door.online) return doors.disconnected;
  if (door.position === "open") return doors.openNow;
  if (door.lock === "unlocked") return doors.unlockedNow;
  return door.stepUp ? doors.proof.tap : doors.tap;
}

/** By its schedule, and by its lock's own word. */
const standsOpen = ({ online, lock, unlocking }: MyDoor) =>
  online && lock === "unlocked" && unlocking?.now === "unlocked" && !isOver(unlocking.until);

const isOver = (until: string | undefined) => until !== undefined && !isAhead(until);

function isAhead(at: string | undefined): boolean {
  return at !== undefined && Date.parse(at) > Date.now();
}
