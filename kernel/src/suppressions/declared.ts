import { declareTable } from "../declare.ts";
import type { Activity, TableDeclaration } from "../declare.ts";
import type { Suppressions } from "../tables.ts";
import { endsAtOnce, text } from "../words.ts";

const uses = ["kernel.answer-rights", "kernel.unsubscribe"] as const;

export const suppressionActivities: readonly Activity[] = [
  {
    id: "kernel.unsubscribe",
    purpose: text(
      "La den som får reklame eller en undersøkelse på e-post, si nei til mer i ett trinn og uten å logge inn",
      "Låta den som får reklam eller en undersökning med e-post säga nej till mer i ett steg och utan att logga in",
      "Let whoever gets marketing or a survey by e-mail say no to more in one step and without signing in",
    ),
    // GDPR Art. 21(2) to (4).
    basis: "legal-obligation",
    controller: "operator",
    kinds: ["operator"],
    whileRestricted: text(
      "Det er personen selv som sier nei.",
      "Det är personen själv som säger nej.",
      "It is the person who says no.",
    ),
    subjects: ["contact person"],
    sources: ["the person"],
    recipients: [],
    promises: ["A6", "A8", "A18"],
  },
];

export const suppressionsTable: TableDeclaration = declareTable<Suppressions>()({
  table: "kernel.suppressions",
  title: text(
    "At du har sagt nei til markedsføring eller profilering",
    "Att du har sagt nej till marknadsföring eller profilering",
    "That you said no to marketing or profiling",
  ),
  deskTitle: text(
    "Hvem som har sagt nei til markedsføring eller profilering",
    "Vilka som har sagt nej till marknadsföring eller profilering",
    "Who said no to marketing or profiling",
  ),
  words: {
    address_key: text("Adressen (ikke lesbar)", "Adressen (oläslig)", "The address (not readable)"),
    objection: { ...text("Nei til", "Nej till", "No to"), values: endsAtOnce },
    since: text("Siden", "Sedan", "Since"),
  },
  subjects: [{ who: "contact person", column: "address_key" }],
  columns: {
    address_key: ["contact", ...uses, "customers.keep-contacts"],
    objection: ["rights-request", ...uses, "customers.keep-contacts"],
    organisation_id: ["technical"],
    since: ["time", ...uses],
    ends_at: ["technical"],
  },
  keep: {
    kind: "until",
    column: "ends_at",
    set: {
      when: text(
        "når operatøren ikke driver markedsføring lenger",
        "när operatören inte längre bedriver marknadsföring",
        "when the operator does no marketing any more",
      ),
    },
  },
  // A no has to outlive what it was said about, or it is undone by the next list (Art. 17(3)(b), 21(3)).
  erase: { kind: "nothing" },
});
