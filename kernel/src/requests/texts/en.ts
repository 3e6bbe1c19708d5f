import type { Catalogue } from "@terskel/platform/i18n";

/** What every letter about a request can say. Dates are written out in the reader's language. */
export type Facts = {
  readonly number: number;
  readonly kind: Kind;
  /** Who decides. */
  readonly organisation: string;
  readonly due: string;
};

export type Kind =
  | "access"
  | "rectification"
  | "erasure"
  | "restriction"
  | "objection"
  | "portability"
  | "withdrawal";

export const en = {
  kinds: {
    access: "access to your data",
    rectification: "rectification",
    erasure: "erasure",
    restriction: "restriction of processing",
    objection: "objection",
    portability: "a copy to take with you",
    withdrawal: "withdrawal of a consent",
  },
  hello: (name: string) => (name === "" ? "Hello," : `Hello ${name},`),
  receipt: {
    subject: (f: Facts) => `We have received your request no. ${f.number}`,
    text: (
      f: Facts,
      kind: string,
    ) => `${f.organisation} has received your request: ${kind}. Its number is ${f.number}.

You get an answer by ${f.due} at the latest. Should it take longer, you are told why before then.`,
  },
  passedOn: {
    subject: (f: Facts) => `Your request no. ${f.number} was passed on`,
    text: (
      f: Facts,
      to: string,
    ) => `${f.organisation} has passed your request on to ${to}, who runs the system for them and now carries it out.

The deadline stays the same: you get an answer by ${f.due} at the latest.`,
  },
  proof: {
    subject: (f: Facts) => `We need to know that it is you: request no. ${f.number}`,
    text: (
      f: Facts,
      wanted: string,
    ) => `To answer your request, ${f.organisation} has to be sure that it is you who asks. They ask for this:

${wanted}

The deadline stays the same, ${f.due}, but without this they may have to refuse. Never send a national identity number.`,
  },
  extended: {
    subject: (f: Facts) => `Your request no. ${f.number} takes longer`,
    text: (
      f: Facts,
      reason: string,
    ) => `${f.organisation} needs more time for your request. You get an answer by ${f.due} at the latest; the deadline cannot be moved again.

The reason: ${reason}`,
  },
  cancelled: {
    subject: (f: Facts) => `Your request no. ${f.number} is withdrawn`,
    text: (f: Facts) =>
      `You have withdrawn your request to ${f.organisation}. Nothing was done. You can ask again whenever you want.`,
  },
  ended: {
    subject: (f: Facts) => `Your request no. ${f.number} ended without an answer`,
    text: (f: Facts, kind: string) =>
      `You asked ${f.organisation} for this: ${kind}. It was not answered before their agreement for this service came to its end.

What was stored about you for ${f.organisation} is being deleted now, within a day, so your request ends. What a law or a legal claim requires to be kept is locked away, and deleted when its time is up.`,
  },
  outcome: {
    subject: (f: Facts) => `The answer to your request no. ${f.number}`,
    granted: {
      access: (until: string) =>
        `The copy of your data is ready. You can fetch it until ${until}; you have to show once more that it is you.`,
      portability: (until: string) =>
        `The file with the data you gave is ready. You can fetch it until ${until}; you have to show once more that it is you.`,
      rectification: "What you said was wrong has been corrected.",
      erasure:
        "Your data has been erased, and it has been checked that it stands nowhere any more.",
      restriction:
        "The use of your data is restricted. It stays stored, also when its time is up, and is used for nothing but what you have agreed to, legal claims, or the protection of others. You are told before the restriction is lifted.",
      objection: "Your objection is upheld: your data is no longer used for this.",
      withdrawal: "Your consent is withdrawn, and nothing rests on it any more.",
    },
    account: "Your account has been deleted too.",
    kept: "The law keeps this, locked away from all other use:",
    keptUntil: (records: number, article: string, until: string) =>
      `- ${records} ${records === 1 ? "record" : "records"}, by ${article}, until ${until} at the latest; then deleted`,
    partly: "Your request is granted in part.",
    refused: "Your request is refused.",
    reason: (reason: string) => `The reason: ${reason}`,
    reasons: {
      "not-identified": "It could not be made sure that it is you who asks.",
      "nothing-stored": "Nothing is stored about you.",
      "law-keeps": "The law says that this has to be kept.",
      "legal-claims": "It is needed to establish, exercise or defend a legal claim.",
      "rights-of-others": "It would infringe the rights of others.",
      "still-needed": "It is still needed for what it was collected for.",
      "overriding-grounds": "There are compelling legitimate grounds that override your interests.",
      accurate: "What is stored is right.",
      excessive: "The request is manifestly unfounded or excessive.",
      other: "",
    },
    complain: (authority: string, site: string) =>
      `You can complain to the supervisory authority, ${authority} (${site}), and you can bring the matter before a court.`,
  },
  liftTold: {
    subject: (f: Facts) => `The restriction of your data will be lifted: request no. ${f.number}`,
    text: (f: Facts, at: string) =>
      `${f.organisation} will lift the restriction of your data on ${at}. After that it is used as before.`,
    past: (records: number) =>
      `The time of ${records === 1 ? "1 record" : `${records} records`} will be up by then, and ${records === 1 ? "it is" : "they are"} deleted when the restriction is lifted. If you need ${records === 1 ? "it" : "them"}, ask for a copy before.`,
  },
  lifted: {
    subject: (f: Facts) => `The restriction of your data is lifted: request no. ${f.number}`,
    text: (f: Facts) =>
      `The restriction of your data at ${f.organisation} is lifted. It is used as before, and what is past its time is deleted now.`,
  },
  seeIt: "You can follow the request here:",
  fetchIt: "Fetch it here:",
  regards: (organisation: string) => `Regards,\n${organisation}`,
  desk: {
    new: (f: Facts) => `New request no. ${f.number}, to be answered by ${f.due}`,
    days: (f: Facts, days: number) =>
      `${days} days left: request no. ${f.number} has to be answered by ${f.due}`,
    overdue: (f: Facts) => `OVERDUE: request no. ${f.number} should have been answered by ${f.due}`,
    rectified: (f: Facts) =>
      `Data was corrected after request no. ${f.number}: correct it too where you keep a copy`,
    text: (f: Facts, kind: string) =>
      `Request no. ${f.number} to ${f.organisation}: ${kind}. The deadline by law is ${f.due}.`,
    seeIt: "It stands at the privacy desk:",
  },
};

export type Texts = Catalogue<typeof en>;
