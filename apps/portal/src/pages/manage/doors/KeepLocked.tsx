import { Button, Menu } from "@mantine/core";
import { IconCalendarOff, IconCalendarTime } from "@tabler/icons-react";
import type { Door } from "./DoorList.tsx";
import { useKeepLocked } from "./use-keep-locked.ts";

type Props = { organisation: string; door: Door };

const iconOf = ({ unlocking }: Door) =>
  unlocking?.now === "kept-locked" ? IconCalendarTime : IconCalendarOff;

/** On the door's page. */
export function KeepLockedButton({ organisation, door }: Props) {
  const { text, busy, turn } = useKeepLocked(organisation, door);
  const Icon = iconOf(door);
  return (
    <Button
      variant="default"
      w="fit-content"
      leftSection={<Icon size={18} aria-hidden />}
      loading={busy}
      onClick={turn}
    >
      {text}
    </Button>
  );
}

/** In the list of doors. */
export function KeepLockedItem({ organisation, door }: Props) {
  const { text, turn } = useKeepLocked(organisation, door);
  const Icon = iconOf(door);
  return (
    <Menu.Item leftSection={<Icon size={18} aria-hidden />} onClick={turn}>
      {text}
    </Menu.Item>
  );
}
