export const pass = {
  title: "Phone pass",
  lead: "Hold the code to the reader at the door. A new one comes every 30 seconds.",
  /** What the picture is, to whoever does not see it. */
  picture: (organisation: string) =>
    `QR code of your phone pass for ${organisation}. Hold the screen to the reader at the door.`,
  organisation: "Organisation",
  changesIn: (seconds: number) => `New code in ${seconds} s`,
  next: "Code for the next door",
  nextHint: "Each code opens once.",
  ready: "Your pass is ready.",
  outOfDate: "The code is out of date",
  outOfDateText: "No new code has come: there is no network. Connect, or use your card or fob.",
  getNew: "Get a new code",
  blocked: "Your phone pass is blocked",
  blockedText: "It was reported lost. An administrator can unblock it or give you a new one.",
  toCards: "Your cards and fobs",
  opens: "Opens now",
  opensNone: "None of your doors can be opened now.",
  nowhere: "You belong to no organisation, so there is no pass.",
  told: "Does it not open yet? The doors are being told of your pass.",
  copy: "Copy code",
  copied: "Copied",
};
