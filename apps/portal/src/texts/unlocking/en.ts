export const unlocking = {
  schedule: "Unlocked by schedule",
  scheduleHint: "In its hours the door stands unlocked by itself.",
  none: "Always locked",
  firstPerson: "Wait for the first person",
  firstPersonHint:
    "It stays locked until somebody with access has opened it with a card, fob, phone or code at the door, each time its hours begin. Opening from the portal does not count.",
  withFirstPerson: (schedule: string) => `${schedule}, once the first person has come`,
  now: {
    unlocked: (until?: string) =>
      until ? `Unlocked by schedule until ${until}` : "Unlocked by schedule",
    waiting: (until?: string) =>
      until ? `Waits for the first person, until ${until}` : "Waits for the first person",
    "kept-locked": (until: string) => `Kept locked until ${until}`,
    locked: (until: string) => `Locked; unlocks by schedule ${until}`,
  },
  keep: "Keep locked today",
  kept: "The door is kept locked today. Whoever has access gets in.",
  end: "Go by the schedule again",
  ended: "The door goes by its schedule again",
};
