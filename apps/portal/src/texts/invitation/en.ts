export const invitation = {
  title: "You are invited",
  offer: (by: string, door: string, site: string) => `${by} gives you access to ${door}, ${site}.`,
  organisation: "Organisation",
  door: "Door",
  role: "Role",
  validity: "Holds",
  answerBy: "Answer by",
  accept: "Accept",
  signInFirst: "Sign in to accept",
  signInHint: "You sign in first, and come back here.",
  deleted: "When you accept, the invitation and the address it went to are deleted.",
  accepted: "The door is yours to open.",
  toDoors: "Go to my doors",
  gone: "This invitation cannot be used",
  goneText:
    "It has been used, withdrawn or has expired. Ask whoever invited you to send a new one.",
  noToken: "The link is not whole. Open it again from the e-mail.",
};
