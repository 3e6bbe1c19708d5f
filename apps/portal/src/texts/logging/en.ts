export const logging = {
  title: "Log",
  of: (door: string) => `The log of ${door}`,
  menu: "What is logged",
  tells: "What the log tells",
  modes: {
    personal: "Who came, and when",
    anonymous: "That somebody came, not who",
    off: "Nothing",
  },
  modeHints: {
    personal: "The person sees it too, in their own log.",
    anonymous: "No name is kept, here or at the door.",
    off: "Nothing of what happens at the door is kept, here or there.",
  },
  purpose: "What it is for",
  purposeNames: {
    misuse: "Break-ins and misuse",
    faults: "Faults at the door",
    safety: "Emergencies",
  },
  purposes: {
    misuse: "to look into break-ins and misuse",
    faults: "to find faults at the door",
    safety: "to know who may be inside in an emergency",
  },
  purposeHint: "Whoever uses the door sees it. It must not be used to check working hours.",
  days: "Days the log is kept",
  daysHint: "1 to 3650. No longer than the purpose needs; longer than 365 only where it says why.",
  reason: "Why it is kept so long",
  reasonHint: "Whoever uses the door reads it. No names.",
  usualInHomes: "14 days, usual in homes",
  usualAtWork: "90 days, usual at workplaces",
  shorter: (days: string) =>
    `Entries older than ${days} disappear for everyone at once, and cannot be brought back.`,
  longer:
    "What is in the log now stays until its new time. What is already gone does not come back.",
  unnamed: "The names in the log disappear for everyone at once, and cannot be brought back.",
  emptied: "All that is in the log disappears for everyone at once, and cannot be brought back.",
  set: "The log is changed",
  count: (count: number) => (count === 1 ? "1 day" : `${count} days`),
  kept: { personal: "", anonymous: "without names", off: "no log" },
};
