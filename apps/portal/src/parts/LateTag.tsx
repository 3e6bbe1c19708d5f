import { IconClockExclamation } from "@tabler/icons-react";
import { isLate } from "../format.ts";
import { useTexts } from "../language/context.ts";
import { useFormats } from "../language/use-formats.ts";
import { Tag } from "./Tag.tsx";

type Props = { at: string; receivedAt: string; timeZone: string };

/** Marks a passage that the cloud got to know more than a minute after it happened. */
export function LateTag({ at, receivedAt, timeZone }: Props) {
  const { doors } = useTexts();
  const formats = useFormats(timeZone);
  if (!isLate(at, receivedAt)) return null;
  return (
    <span title={doors.lateHint(formats.exact(receivedAt))}>
      <Tag tone="warn" icon={<IconClockExclamation aria-hidden />}>
        {doors.late}
      </Tag>
    </span>
  );
}
