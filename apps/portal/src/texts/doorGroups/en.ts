/** Doors that people are given access to together. */
export const doorGroups = {
  title: "Door groups",
  lead: "Give access to a group of doors, and it opens each door in it, also those that join it later.",
  about: "Doors that are given together: entrances, garage",
  add: "Add door group",
  edit: "Rename door group",
  name: "Name",
  doors: "Doors",
  people: "People with access",
  empty: "No door groups yet",
  emptyText: "Entrances, the garage, the cellars: doors that the same people open.",
  added: "Door group added",
  removed: "Door group removed",
  removeTitle: (name: string) => `Remove ${name}?`,
  removeText: "The access given to the group ends at once. The doors stay.",
  removeConfirm: "Remove door group",
  inIt: "Doors in the group",
  site: "Site",
  noDoors: "No door in the group yet",
  noDoorsText: "Access to the group opens nothing before it has a door.",
  addDoor: "Add door",
  doorAdded: "Door added",
  getsIn: (people: number) =>
    people === 0
      ? "Nobody has access to the group yet."
      : people === 1
        ? "1 person has access to the group, and may open the door at once."
        : `${people} people have access to the group, and may open the door at once.`,
  takeOut: (door: string) => `Take out ${door}`,
  takeOutText: "Nobody can open it through the group any more.",
  takeOutConfirm: "Take out",
  access: "Who has access",
  noAccess: "Nobody has access to the group yet.",
};
