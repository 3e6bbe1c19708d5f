export const explain = {
  ask: "Why does it not open?",
  lead: "Could this person open this door then? Answered as the door would, from the accesses as they are now.",
  at: "When",
  atHint: "A time that has been, or will come",
  submit: "Find out",
  yes: (who: string, door: string) => `${who} could open ${door}.`,
  no: (who: string, door: string, why: string) => `${who} could not open ${door}: ${why}.`,
  each: "What each access says",
  opens: "opens",
  how: "Says",
};
