export const extendedTime = {
  title: "Longer opening time",
  lead: "With a wheelchair, a walker, a pram or full hands: doors stay unlocked for longer when you open them. Nobody asks why, and the log does not show it.",
  mine: "Keep doors unlocked for longer for me",
  at: (organisation: string) => `At ${organisation}`,
  ofPerson: "Doors stay unlocked for longer for this person",
  ofPersonLead: "When they have asked for it. Why is not written down.",
  seconds: "Seconds unlocked for who needs longer",
  secondsHint: "For those who have asked for it, 1 to 120. Never shorter than for others.",
};
