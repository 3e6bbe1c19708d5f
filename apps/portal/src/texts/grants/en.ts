export const grants = {
  roles: { user: "User", door_administrator: "Door administrator", owner: "Owner" },
  rolesExplained: {
    user: "Opens the door",
    door_administrator: "Opens the door, gives others access, reads its log",
    owner: "As a door administrator, and appoints others",
  },
  always: "Always",
  between: (from: string | undefined, until: string | undefined) =>
    from && until ? `${from} to ${until}` : from ? `From ${from}` : `Until ${until ?? ""}`,
  ended: "ended",
  notYet: "not begun",
  asTenant: (unit: string) => `as a tenant of ${unit}`,
  via: (what: string) => `through ${what}`,
};
