import type { Activity } from "../declare.ts";
import { text } from "../words.ts";

export const confidentialityActivities: readonly Activity[] = [
  {
    id: "kernel.bind-staff",
    purpose: text(
      "Sørge for at alle hos operatøren har signert taushetserklæringen før de ser noe om noen",
      "Se till att alla hos operatören har undertecknat sekretessförbindelsen innan de ser något om någon",
      "See to it that everyone at the operator has signed the confidentiality declaration before they see anything of anyone",
    ),
    // GDPR Art. 28(3)(b) and 32(4).
    basis: "legal-obligation",
    controller: "operator",
    kinds: ["operator"],
    whileRestricted: text(
      "Andres opplysninger skal fortsatt være trygge.",
      "Andras uppgifter ska fortfarande vara trygga.",
      "Other people's data has to stay safe.",
    ),
    subjects: ["operator staff"],
    sources: ["the person"],
    recipients: ["the operator"],
    promises: ["D11"],
  },
];
