export const opening = {
  what: "What it is for",
  works: { details: "Contact", access: "Access", stored: "Other" },
  details: "Contact and role",
  lead: "Choose what you need the data for. Only what is used for that comes, and the person can see that you opened it.",
  openedTitle: "Who opened your data",
  openedLead: "People in your organisations who opened your data, and what for.",
  nobody: "Nobody has opened it.",
  who: "Who",
  erased: "Somebody who has been erased",
};
