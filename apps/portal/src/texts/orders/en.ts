export const orders = {
  lockdown: {
    verb: "Lock down",
    menu: "Lock down …",
    title: "Lock down doors",
    lead: "Nobody gets in by card, code or portal. It reaches every connected door within seconds, and ends by itself.",
    egress: "Whoever is inside always gets out by the handle. No software decides that.",
    submit: (count: number) => (count === 1 ? "Lock down 1 door" : `Lock down ${count} doors`),
    tag: "Locked down",
    banner: (count: number, until: string) =>
      `${count === 1 ? "1 door is" : `${count} doors are`} locked down until ${until}`,
    end: "End lockdown",
    ended: "The lockdown has ended",
    endTitle: "End the lockdown?",
    endText: (doors: string) => `${doors}: whoever has access is let in again.`,
    mine: (until: string) => `Locked down until ${until}`,
    refused: (until: string) => `the door is locked down until ${until}`,
  },
  evacuation: {
    verb: "Evacuate",
    menu: "Evacuate …",
    title: "Evacuate",
    lead: "The doors unlock and stay unlocked for everybody, also for whoever comes to help. They lock by themselves when it ends.",
    egress: "Whoever is inside always gets out by the handle. No software decides that.",
    submit: (count: number) => (count === 1 ? "Unlock 1 door" : `Unlock ${count} doors`),
    tag: "Evacuation",
    banner: (count: number, until: string) =>
      `${count === 1 ? "1 door stands" : `${count} doors stand`} unlocked for evacuation until ${until}`,
    end: "End evacuation",
    ended: "The evacuation has ended",
    endTitle: "End the evacuation?",
    endText: (doors: string) => `${doors}: locked again.`,
    mine: (until: string) => `Open for evacuation until ${until}`,
  },
  doors: "Which doors",
  everyDoor: "All doors",
  whole: (site: string) => `All doors at ${site}`,
  noDoor: "Choose at least one door.",
  noWhy: "Write why.",
  why: "Why",
  whyHint: "Seen by whoever administers the doors. No names of others.",
  usualWhy: "Emergency",
  until: "How long",
  hours: (count: number) => `${count} h`,
  endsAt: (when: string) => `Ends by itself: ${when}.`,
  by: (name: string, when: string) => `${name}, ${when}`,
  bySomebody: (when: string) => `Ordered ${when}`,
  more: (count: number) => `and ${count} more`,
  known: (count: number, all: number) =>
    all === 1
      ? count === 1
        ? "The door knows."
        : "The door does not know yet."
      : count === all
        ? all === 2
          ? "Both doors know."
          : `All ${all} doors know.`
        : `${count} of ${all} doors know.`,
  away: (count: number) =>
    count === 1
      ? "1 is disconnected and learns of it when it is back."
      : `${count} are disconnected and learn of it when they are back.`,
  stand: (count: number, all: number) =>
    all === 1
      ? count === 1
        ? "It stands unlocked."
        : "It is locked still."
      : `${count} of ${all} stand unlocked.`,
};
