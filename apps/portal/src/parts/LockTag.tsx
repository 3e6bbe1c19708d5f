import { IconHelp, IconLock, IconLockOpen } from "@tabler/icons-react";
import { useTexts } from "../language/context.ts";
import { Tag } from "./Tag.tsx";

const looks = {
  locked: { tone: "plain", icon: <IconLock aria-hidden /> },
  unlocked: { tone: "good", icon: <IconLockOpen aria-hidden /> },
  unknown: { tone: "warn", icon: <IconHelp aria-hidden /> },
} as const;

export function LockTag({ lock }: { lock: keyof typeof looks }) {
  const { locks } = useTexts().manage.doors;
  return <Tag {...looks[lock]}>{locks[lock]}</Tag>;
}
