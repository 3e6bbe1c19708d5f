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

const looks: Record<DoorState, { tone: Tone; icon: typeof IconDoor }> = {
  offline: { tone: "warn", icon: IconPlugConnectedX },
  forced: { tone: "bad", icon: IconAlertTriangle },
  held: { tone: "bad", icon: IconAlertTriangle },
  open: { tone: "good", icon: IconDoor },
  unlocked: { tone: "good", icon: IconLockOpen },
  locked: { tone: "plain", icon: IconLock },
  unknown: { tone: "warn", icon: IconHelp },
};

/** What a door is now. */
export function StateTag({ state }: { state: DoorState }) {
  const { states } = useTexts().alarms;
  const { tone, icon: Icon } = looks[state];
  return (
    <Tag tone={tone} icon={<Icon aria-hidden />}>
      {states[state]}
    </Tag>
  );
}
