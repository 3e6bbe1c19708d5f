import {
  IconBroadcast,
  IconHistory,
  IconPlayerPause,
  IconPlugConnectedX,
} from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import type { LiveState } from "#live.ts";
import { Tag } from "#parts/Tag.tsx";

type Props = { state: LiveState; paused: boolean; waiting: number; over: boolean };

/** Whether the log follows the doors right now. */
export function LiveMark({ state, paused, waiting, over }: Props) {
  const { log } = useTexts().giving;
  if (over) return <Tag icon={<IconHistory aria-hidden />}>{log.over}</Tag>;
  if (state === "lost") {
    return (
      <Tag tone="warn" icon={<IconPlugConnectedX aria-hidden />}>
        {log.lost}
      </Tag>
    );
  }
  if (paused) {
    return (
      <Tag tone="warn" icon={<IconPlayerPause aria-hidden />}>
        {log.paused(waiting)}
      </Tag>
    );
  }
  return state === "open" ? (
    <Tag tone="good" icon={<IconBroadcast aria-hidden />}>
      {log.live}
    </Tag>
  ) : (
    <Tag>{log.connecting}</Tag>
  );
}
