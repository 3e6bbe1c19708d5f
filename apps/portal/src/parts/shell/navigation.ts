import {
  IconBuildingCommunity,
  IconDoor,
  IconHistory,
  IconSettings2,
  IconUserCircle,
} from "@tabler/icons-react";
import { useTexts } from "../../language/context.ts";
import { isOperator, useMe } from "../../me.ts";
import { useManaged } from "../../managed.ts";

/** Where one can go from everywhere; the same on phone and desktop. */
export function useNavigation() {
  const { shell } = useTexts();
  const person = useMe();
  const managed = useManaged();
  return [
    { to: "/", short: shell.doorsShort, label: shell.doors, icon: IconDoor, exact: true },
    { to: "/log", short: shell.logShort, label: shell.log, icon: IconHistory, exact: false },
    {
      to: "/profile",
      short: shell.profileShort,
      label: shell.profile,
      icon: IconUserCircle,
      exact: false,
    },
    ...(managed.length > 0
      ? [
          {
            to: "/manage",
            short: shell.manage,
            label: shell.manage,
            icon: IconSettings2,
            exact: false,
          } as const,
        ]
      : []),
    ...(isOperator(person)
      ? [
          {
            to: "/operator",
            short: shell.operator,
            label: shell.operator,
            icon: IconBuildingCommunity,
            exact: false,
          } as const,
        ]
      : []),
  ] as const;
}
