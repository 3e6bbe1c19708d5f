import { changeWords } from "#api/notice-changes.ts";
import { recipientWords, sourceWords } from "#party-words.ts";
import { wordsIn } from "@terskel/platform/i18n";

export const en = {
  title: "Privacy notice",
  of: (name: string) => `Privacy notice of ${name}`,
  lead: "What is stored about you, why, who sees it, and when it goes. The page is made from the rules that the service itself runs by.",
  languages: "Language",
  contents: "On this page",
  contactLink: "Contact and support",
  summary: "In short",
  decidesFor: (controller: string, operator: string) =>
    `${controller} decides why and how your data is used. ${operator} runs the service for it.`,
  decidesAlone: (controller: string) =>
    `${controller} runs the service, and decides why and how your data is used.`,
  alsoController: (operator: string, count: number) =>
    count === 1
      ? `For one purpose ${operator} decides itself; the table says which.`
      : `For ${count} purposes ${operator} decides itself; the table says which.`,
  purposesCount: (count: number) =>
    `Your data is used for ${count} purposes, and for nothing else.`,
  leavesBySelf: "What is past its time goes by itself, within 24 hours.",
  rightsShort: "You can see, correct, erase and take along what is stored about you, at any time.",
  noConsent: "Nothing rests on consent today.",
  someConsent: (count: number) =>
    count === 1 ? "One purpose rests on your consent." : `${count} purposes rest on your consent.`,
  noMachine: "No machine decides alone about you, and no profile is made of you.",
  complainShort: (authority: string) => `You can complain to ${authority}.`,
  who: "Who is responsible",
  controller: "Controller",
  processor: "Processor",
  bothRoles: "Controller and operator",
  controllerHint: "Decides why and how your data is used.",
  processorHint: "Runs the service, on the controller's instructions.",
  processorAlso: "Is controller itself for the purposes that the table marks so.",
  name: "Name",
  number: "Organisation number",
  address: "Address",
  phone: "Telephone",
  email: "E-mail",
  notGiven: "not given yet",
  byWayOf: (operator: string) => `(by way of ${operator})`,
  privacyContact: "Questions about personal data",
  privacyContactHint: "Who answers questions about personal data and about this notice:",
  asController: "write to the controller, as above",
  ownWords: (name: string) => `In ${name}'s own words`,
  scope: "What this notice covers",
  covers:
    "Your account, what you do in the portal and at the doors, your visits to this site, and when you write, call or come in person.",
  coversOperator:
    "Your account, what you do in the portal and on this site, and when you write, call or come in person, as our staff, a contact person at a company or a visitor.",
  about: "It is about:",
  atWork:
    "You need not consent to anything to work here: what is done rests on the grounds in the table. The log of doors is used for what the table says, and for nothing else.",
  atWorkIn: {
    NO: "In Norway a control measure at work needs a sound reason and may not weigh too heavily on those who work there, and it is discussed with the employees' representatives (Working Environment Act, sections 9-1 and 9-2).",
    SE: "In Sweden an employer bound by a collective agreement negotiates with the trade union before it decides on important changes (Co-Determination Act, section 11).",
  },
  leaves:
    "It does not cover what others do. A link that leads to somebody else's service is marked with ↗; there that service's own notice holds. Signing in with an eID takes you to the eID's provider.",
  away: "leads out of what this notice covers",
  purposes: "What your data is used for",
  purposesLead:
    "What for, on what ground, and for how long. Under More: which data, from whom, and to whom.",
  groups: {
    access: "The doors and the log",
    identity: "Your account, and help",
    customers: "Customers and marketing",
  },
  otherPurposes: (count: number) =>
    `${count} more: your rights, control, and keeping the service in order`,
  more: "More",
  purpose: "What for",
  ground: "On what ground",
  data: "Which data",
  keep: "How long",
  alsoKept: "Some of it otherwise: see More.",
  interest: "The interest:",
  from: "From",
  to: "To",
  nobody: "nobody",
  bases: {
    consent: "Your consent (Art. 6(1)(a))",
    contract: "A contract with you (Art. 6(1)(b))",
    "legal-obligation": "A legal obligation (Art. 6(1)(c))",
    "legitimate-interest": "A legitimate interest (Art. 6(1)(f))",
  },
  allData: "All that is stored about you.",
  keepAccount: "as long as you have the account",
  keepAgreement: "as long as you belong to the organisation",
  operatorIs: {
    controller: (operator: string) => `${operator} is controller`,
    processor: (operator: string) => `${operator} is processor`,
  },
  alsoDone: "This is done for your data's sake too, without using what it says:",
  sources: wordsIn(sourceWords, "en"),
  recipients: wordsIn(recipientWords, "en"),
  kinds: "Which data, and how long it is kept",
  kindsLead:
    "What is past its time is invisible at once to everyone, and deleted within 24 hours. It may be kept longer only where a law or a dispute requires it, or while you have asked to have its use restricted.",
  kindsOpen: (count: number) => `All ${count} kinds of data, one by one`,
  recipientsTitle: "Who gets data",
  recipientsLead: "Data goes to these, for the purposes above, and to nobody else:",
  storedIn: (country: string) => `It is stored in ${country}.`,
  suppliersAre: {
    "storage provider": "the storage provider",
    "server provider": "the server provider",
  },
  transfers: "Outside the EU and the EEA",
  noTransfers: "No recipient outside the EU and the EEA is declared, so no data is sent there.",
  given: "Do you have to give it?",
  givenNeeded:
    "Where the ground is a contract, the data is needed: without it you cannot have an account or open doors with it.",
  givenVoluntary:
    "Everything else is your choice: a picture, a telephone number, a passkey. Leaving it out has no other consequence than that you do without what it is for.",
  givenByLaw:
    "When you ask for your rights, we have to be able to tell that it is you. Without that, the request cannot be answered.",
  machine: "Decisions by machine, and profiles",
  machineNone:
    "Nothing about you is decided by a machine alone with legal or similarly serious effect (Art. 22), and no profile is made of you. A door opens by the access that a person has given you.",
  machineSome: "This is decided by a machine alone:",
  profiling: "A profile is made of you for:",
  consent: "Consent",
  consentNone:
    "Nothing rests on your consent today, so there is none to withdraw. Should that change, you can withdraw it at any time, as easily as it was given, and what rests on it stops at once.",
  consentSome:
    "These purposes rest on your consent. You can withdraw it at any time under Your choices at the foot of each page, as easily as it was given; what rests on it stops at once. What was done before stays lawful.",
  rights: "Your rights, and how to use them",
  rightsHow: "Signed in, you use them all under",
  rightsHowWithout: "Without an account you",
  myData: "My data and rights",
  ask: "ask by e-mail address",
  rightsTime: "You get an answer within one month. It costs nothing.",
  rightsList: {
    access: ["See it", "what is stored about you, and a copy of all of it, as often as you like"],
    rectification: ["Correct it", "most of it yourself on My profile; the rest you ask for"],
    erasure: [
      "Erase it",
      "all that no law requires kept; what has to stay is locked away, and you are told why",
    ],
    restriction: ["Restrict it", "it is only stored while something is being cleared up"],
    objection: [
      "Object",
      "to what rests on a legitimate interest; marketing and profiling then stop at once",
    ],
    portability: ["Take it along", "what you gave, as a file that other services can read"],
  },
  article: (number: string) => `Art. ${number}`,
  objectTo: "You can object to:",
  complain: "If you think it is wrong",
  complainText:
    "Tell us first if you like, but you do not have to. You can always complain to the supervisory authority:",
  contact: "Contact and support",
  contactText: "Ask about anything on this page, or get help with the service:",
  supportCase: "If you have an account here, ask in a support case and follow the answer.",
  madeFrom:
    "This page is made from the declarations by which the service runs. Every statement names the declaration that it comes from.",
  asData: "The same as data (JSON)",
  declarations: "All declarations (JSON)",
  choices: "Your choices",
  versions: "All versions",
  version: (number: number) => `Version ${number}`,
  isInForce: "In force",
  comesInForce: "Comes into force",
  wasInForce: "Was in force",
  material: "The change was announced to everyone registered.",
  isMaterial: "material",
  readVersion: "Read it",
  older: "Older versions",
  toNotice: "To the notice in force",
  compareWith: (number: number) => `Compare with version ${number}`,
  compared: (before: number, after: number) =>
    `Version ${before} and version ${after}, side by side`,
  whatChanged: "What changed",
  onlyWording: "The two say the same; at most the wording of headings and explanations differs.",
  changesSoon: "It changes",
  seeChanges: "See what changes",
  oldVersion: "This is an old version, kept as it was published.",
  comingVersion: "This version is announced, and not in force yet.",
  changes: wordsIn(changeWords, "en"),
  letter: {
    subject: (name: string) => `${name} changes its privacy notice`,
    text: (name: string, who: string, when: string) => `Hello ${who},

${name} changes how personal data about you is used. It changes ${when} Until then the old rules hold.

What is new:`,
    more: (compare: string, rights: string) => `See it side by side: ${compare}
Object, erase or ask: ${rights}`,
    sms: (name: string, when: string, compare: string) =>
      `${name} changes its privacy notice ${when} What is new: ${compare}`,
  },
  notFound: "There is no such notice",
  notFoundText: "The organisation does not use this service, or not any more.",
  operatorsNotice: "The operator's notice",
};

export type NoticeTexts = typeof en;
