import {
  IconBuilding,
  IconCalendarTime,
  IconChartBar,
  IconCpu,
  IconDoor,
  IconDoorEnter,
  IconHome,
  IconKey,
  IconLifebuoy,
  IconListDetails,
  IconMail,
  IconPlugConnected,
  IconShieldLock,
  IconStack2,
  IconTableImport,
  IconUsers,
  IconUsersGroup,
} from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import type { Managed } from "#managed.ts";

type Kind = Managed["membership"]["organisation"]["kind"];

/** What does not happen at an organisation of its kind, and is refused there (docs/decisions/0047), is not offered. */
const notAt: Partial<Record<Kind, readonly string[]>> = {
  shop: ["units"],
  employer: ["units"],
  operator: [
    "log",
    "doors",
    "grants",
    "invitations",
    "units",
    "groups",
    "door-groups",
    "areas",
    "schedules",
    "import",
    "sites",
    "controllers",
    "integrations",
    "usage",
  ],
};

/** The parts of Manage that a person has here, in the order of daily use. */
export function useSections(here: Managed | undefined) {
  const {
    areas,
    desk,
    doorGroups,
    manage,
    people,
    giving,
    importing,
    integrations,
    schedules,
    support,
    usage,
  } = useTexts();
  const { about } = manage;
  const sections = [
    { key: "log", label: giving.log.title, about: about.log, icon: IconListDetails, all: true },
    { key: "doors", label: manage.doors.title, about: about.doors, icon: IconDoor, all: true },
    { key: "people", label: people.title, about: about.people, icon: IconUsers, all: false },
    { key: "grants", label: giving.title, about: about.grants, icon: IconKey, all: true },
    {
      key: "invitations",
      label: giving.invitations.title,
      about: about.invitations,
      icon: IconMail,
      all: true,
    },
    { key: "units", label: people.units.title, about: about.units, icon: IconHome, all: false },
    {
      key: "groups",
      label: people.groups.title,
      about: about.groups,
      icon: IconUsersGroup,
      all: false,
    },
    {
      key: "door-groups",
      label: doorGroups.title,
      about: doorGroups.about,
      icon: IconStack2,
      all: false,
    },
    { key: "areas", label: areas.title, about: areas.about, icon: IconDoorEnter, all: false },
    {
      key: "schedules",
      label: schedules.title,
      about: schedules.about,
      icon: IconCalendarTime,
      all: false,
    },
    {
      key: "import",
      label: importing.title,
      about: about.import,
      icon: IconTableImport,
      all: false,
    },
    { key: "sites", label: manage.sites.title, about: about.sites, icon: IconBuilding, all: false },
    {
      key: "controllers",
      label: manage.controllers.title,
      about: about.controllers,
      icon: IconCpu,
      all: false,
    },
    {
      key: "integrations",
      label: integrations.title,
      about: integrations.about,
      icon: IconPlugConnected,
      all: false,
    },
    { key: "usage", label: usage.title, about: usage.about, icon: IconChartBar, all: false },
    { key: "support", label: support.title, about: support.about, icon: IconLifebuoy, all: false },
    { key: "privacy", label: desk.title, about: desk.about, icon: IconShieldLock, all: false },
  ] as const;
  if (!here) return [];
  const left = notAt[here.membership.organisation.kind] ?? [];
  const offered = sections.filter(({ key }) => !left.includes(key));
  if (here.scope === "organisation") return offered;
  return offered.filter(({ key, all }) =>
    key === "privacy"
      ? here.scope === "privacy" || here.membership.privacyOfficer
      : all && here.scope === "doors",
  );
}
