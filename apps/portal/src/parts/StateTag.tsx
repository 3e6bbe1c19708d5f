import type { DoorAlarm } from "../alarms.ts";
import type { DoorState } from "@terskel/access/api/door-state";
import {
  IconAlertTriangle,
  IconDoor,
  IconHelp,
  IconLock,
  IconLockOpen,
  IconPlugConnectedX,
} from "@tabler/icons-react";
import { useTexts } from "../language/context.ts";
import { Tag, type Tone } from "./Tag.tsx";

type State = DoorState | DoorAlarm["kind"];
const looks: Record<State, { tone: Tone; icon: typeof IconDoor }> = {
  offline: { tone: "warn", icon: IconPlugConnectedX },
  forced: { tone: "bad", icon: IconAlertTriangle },
  held: { tone: "bad", icon: IconAlertTriangle },
  "pin-guessed": { tone: "bad", icon: IconAlertTriangle },
  duress: { tone: "bad", icon: IconAlertTriangle },
  open: { tone: "good", icon: IconDoor },
  unlocked: { tone: "good", icon: IconLockOpen },
  locked: { tone: "plain", icon: IconLock },
  unknown: { tone: "warn", icon: IconHelp },
};

/** What a door is now, or what alarm there was. */
export function StateTag({ state }: { state: State }) {
  const { states } = useTexts().alarms;
  const { tone, icon: Icon } = looks[state];
  return (
    <Tag tone={tone} icon={<Icon aria-hidden />}>
      {states[state]}
    </Tag>
  );
}
