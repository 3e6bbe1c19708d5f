import { IconCheck, IconFileOff, IconPlugConnectedX, IconX } from "@tabler/icons-react";
import { useTexts } from "../language/context.ts";
import { Tag } from "./Tag.tsx";

const looks = {
  opened: { tone: "good", icon: <IconCheck aria-hidden /> },
  refused: { tone: "bad", icon: <IconX aria-hidden /> },
  lost: { tone: "bad", icon: <IconFileOff aria-hidden /> },
  unanswered: { tone: "warn", icon: <IconPlugConnectedX aria-hidden /> },
} as const;

export function OutcomeTag({ outcome }: { outcome: keyof typeof looks }) {
  const { doors } = useTexts();
  return <Tag {...looks[outcome]}>{doors.outcomes[outcome]}</Tag>;
}
