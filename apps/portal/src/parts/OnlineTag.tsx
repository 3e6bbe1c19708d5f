import { IconPlugConnected, IconPlugConnectedX } from "@tabler/icons-react";
import { useTexts } from "../language/context.ts";
import { Tag } from "./Tag.tsx";

export function OnlineTag({ online }: { online: boolean }) {
  const { doors } = useTexts().manage;
  return online ? (
    <Tag tone="good" icon={<IconPlugConnected aria-hidden />}>
      {doors.online}
    </Tag>
  ) : (
    <Tag tone="warn" icon={<IconPlugConnectedX aria-hidden />}>
      {doors.offline}
    </Tag>
  );
}
