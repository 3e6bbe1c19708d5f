import { recipientWords, sourceWords } from "#party-words.ts";
import { wordsIn } from "@terskel/platform/i18n";

export const en = {
  title: "What is stored about you",
  lead: (from: string, when: string) => `From ${from}, as it stood ${when}.`,
  installation: "this installation",
  contents: "Contents",
  summary: "In short",
  kinds: (count: number) => (count === 1 ? "1 kind of data" : `${count} kinds of data`),
  rows: (count: string, one: boolean) => (one ? "1 record" : `${count} records`),
  pictures: (count: number) => (count === 1 ? "1 picture" : `${count} pictures`),
  nothing: "Nothing is stored about you here.",
  files:
    "This page is for reading. The same data stands in data.json for machines, complete, with the technical fields.",
  usedFor: "Used for",
  kept: "How long",
  goes: "Goes",
  notBeforeLifted: "not before the restriction ends",
  more: (shown: string, all: string) =>
    `The newest ${shown} of ${all} are shown here. All of them stand in data.json.`,
  onlyNumbers: "Only numbers that lead to the rest; they stand in data.json.",
  secret: "stored; unreadable",
  bytes: (count: string) => `${count} bytes`,
  aboutOther: "left out: about another person",
  otherPerson: (mark: string) => `another person (${mark})`,
  yes: "yes",
  no: "no",
  why: "Why, and on what ground",
  whyLead: "What your data is used for, who decides it, where it comes from and who gets it.",
  purpose: "Purpose",
  ground: "Legal basis",
  responsible: "Who decides",
  origin: "Comes from",
  receivers: "Goes to",
  bases: {
    consent: "Your consent (GDPR Art. 6(1)(a))",
    contract: "A contract (GDPR Art. 6(1)(b))",
    "legal-obligation": "A legal obligation (GDPR Art. 6(1)(c))",
    "legitimate-interest": "A legitimate interest (GDPR Art. 6(1)(f))",
  },
  theOrganisation: "The organisation; the operator carries it out for it",
  theOperator: "The operator",
  sources: wordsIn(sourceWords, "en"),
  recipients: wordsIn(recipientWords, "en"),
  nobody: "nobody",
  others: "Other people in your data",
  othersText:
    "Where a record also concerns somebody else, that person stands here as a mark such as (1a2b3c), which was made for this copy and leads to nobody. What is about them alone is left out: a copy for you may not show others' data (GDPR Art. 15(4)).",
  secrets: "Codes and keys",
  secretsText:
    "Of codes, keys and card numbers only an unreadable form is stored. That they are stored is shown here; what they are is not, so that this copy opens nothing.",
  machine: "Decisions by machine",
  machineText:
    "Nothing about you is decided by a machine alone with legal or similar effect, and no profile is made of you for such decisions (GDPR Art. 22).",
  rights: "Your rights",
  rightsText:
    "You use them under My data and rights in the portal, or by writing to the organisation.",
  rightsList: [
    "See what is stored (access, Art. 15): this copy, as often as you like.",
    "Have what is wrong corrected (Art. 16).",
    "Have it erased (Art. 17), except what law says has to be kept; you are told what that is.",
    "Have its use restricted (Art. 18) while something is being cleared up.",
    "Take it with you in machine-readable form (Art. 20).",
    "Object to what rests on a legitimate interest (Art. 21); advertising and profiling stop at once.",
    "Withdraw a consent as easily as it was given (Art. 7(3)).",
  ],
  complain: "Complaints",
  complainText: "You can complain to the supervisory authority:",
  portal: "The portal",
  number: (value: string) => `organisation number ${value}`,
  page: "Made by Terskel",
};

export type ExportTexts = typeof en;
