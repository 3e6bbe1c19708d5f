import {
  IconBuildingCommunity,
  IconDoor,
  IconEyeCheck,
  IconHistory,
  IconSettings2,
  IconUserCircle,
} from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { useManaged } from "#managed.ts";
import { isOperator, useMe } from "#me.ts";

/** Where one can go from everywhere; the same on phone and desktop. */
export function useNavigation() {
  const { advisers, shell } = useTexts();
  const { managed } = useManaged();
  const me = useMe();
  const operator = isOperator(me);
  const places = [
    { to: "/", short: shell.doorsShort, label: shell.doors, icon: IconDoor, here: true },
    { to: "/log", short: shell.logShort, label: shell.log, icon: IconHistory, here: true },
    {
      to: "/profile",
      short: shell.profileShort,
      label: shell.profile,
      icon: IconUserCircle,
      here: true,
    },
    {
      to: "/advice",
      short: advisers.ownShort,
      label: advisers.own,
      icon: IconEyeCheck,
      here: me.advises,
    },
    {
      to: "/manage",
      short: shell.manage,
      label: shell.manage,
      icon: IconSettings2,
      here: managed.length > 0,
    },
    {
      to: "/operator",
      short: shell.operator,
      label: shell.operator,
      icon: IconBuildingCommunity,
      here: operator,
    },
  ] as const;
  return places.filter(({ here }) => here);
}
