export const cards = {
  title: "Cards and fobs",
  lead: "The number itself is not kept.",
  none: "No card or fob handed out.",
  handOut: "Hand out",
  handOutTitle: "Hand out a card or fob",
  handedOut: "Handed out",
  since: "Since",
  sinceWhen: (when: string) => `Since ${when}`,
  kind: "Kind",
  kinds: { card: "Card", fob: "Fob", "phone-pass": "Phone pass", pin: "PIN" },
  number: "Number",
  numberHint: "As printed on it or read by a reader: 4 to 32 digits or letters A to F.",
  label: "Label",
  labelHint: "So that it can be told from others: blue fob, spare card.",
  labelNumber: "Leave the number out here: it is not kept.",
  state: "State",
  inUse: "In use",
  blocked: { card: "Blocked", fob: "Blocked", "phone-pass": "Blocked", pin: "Blocked" },
  blockedSince: (word: string, when: string) => `${word} since ${when}.`,
  /** How far the word has got, where there is one controller. */
  one: {
    known: "The door controller knows it.",
    waiting: "The door controller is being told.",
    offline: "The door controller is offline and learns it when it is back.",
  },
  many: {
    known: (count: number, all: number) =>
      count === all
        ? `All ${all} door controllers know it.`
        : `${count} of ${all} door controllers know it.`,
    waiting: (count: number) => (count === 1 ? "1 is being told." : `${count} are being told.`),
    offline: (count: number) =>
      count === 1
        ? "1 is offline and learns it when it is back."
        : `${count} are offline and learn it when they are back.`,
  },
  actions: (label: string) => `Actions for ${label}`,
  lost: "Report lost",
  lostTitle: (label: string) => `Is ${label} lost?`,
  lostText:
    "It is blocked at every door at once, and stays with the person until it is found or taken back.",
  block: "Block it",
  found: "Has been found",
  foundTitle: (label: string) => `Has ${label} been found?`,
  foundText: "It opens again every door that the person has access to.",
  unblock: "Unblock it",
  unblocked: "Unblocked",
  takeBack: "Take back",
  takeBackTitle: (label: string) => `Take back ${label}?`,
  takeBackText: "It opens nothing any more, and can be handed out again.",
  takeBackPass:
    "It opens nothing any more. The person gets a new one by opening their pass in the portal.",
  takeBackPin: "It opens nothing any more. The person gets a new one on My profile.",
  whose: "Whose card is it?",
  whoseLead: "Hold it to the reader, or type its number. The number is not kept.",
  lookUp: "Find out",
  own: "Your cards and fobs",
  ownLead: "What you have been handed. Lost one? Block it at once, and it opens no door.",
  ownNone: "You have no card or fob.",
  ownLost: {
    card: "I have lost the card",
    fob: "I have lost the fob",
    "phone-pass": "I have lost the phone",
    pin: "Somebody knows my PIN",
  },
  ownLostTitle: (label: string) => `Have you lost ${label}?`,
  ownLostText: "It is blocked at every door at once. Only an administrator can unblock it.",
  ownPinTitle: "Block your PIN?",
  ownPinText:
    "It is blocked at every door at once, and only an administrator can unblock it. Does only the old one have to go? Get a new PIN instead.",
  ownPhoneTitle: "Have you lost the phone?",
  ownPhoneText:
    "Its pass is blocked at every door at once. Only an administrator can unblock it. Sign the phone out on this page too, as it can open doors while it is signed in.",
  ownBlocked: "Found it? An administrator can unblock it.",
};
