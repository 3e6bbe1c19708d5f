import { declareTable } from "../declare.ts";
import type { AdviserMembers, Advisers } from "../tables.ts";
import { text } from "../words.ts";
import { adviserKinds } from "./kinds.ts";

const uses = ["kernel.advise", "kernel.run-privacy-desk"] as const;
const signIn = "identity.sign-in";
const account = "identity.account";

/** Advisers and whose data each may see. */
export const adviserTables = [
  declareTable<Advisers>()({
    table: "kernel.advisers",
    title: text("Oppdrag du har som rådgiver", "Uppdrag du har som rådgivare", "Your advice"),
    deskTitle: text("Rådgivere", "Rådgivare", "Advisers"),
    words: {
      firm: text("Firma", "Företag", "Firm"),
      kind: { ...text("Hva slags", "Vilket slag", "Kind"), values: adviserKinds },
      need: text("Behov", "Behov", "Need"),
      activities: text("Formål", "Ändamål", "Purposes"),
      everyone: text("Alle personer", "Alla personer", "All persons"),
      begins_at: text("Fra", "Från", "From"),
      ends_at: text("Til", "Till", "Until"),
      ended_at: text("Avsluttet før tiden", "Avslutat i förtid", "Ended early"),
      signed_version: text(
        "Signert taushetserklæring, versjon",
        "Undertecknad sekretessförbindelse, version",
        "Signed confidentiality declaration, version",
      ),
      signed_at: text("Signert", "Undertecknad", "Signed"),
      refused_at: text(
        "Siste forsøk uten rett",
        "Senaste försök utan rätt",
        "Last attempt without the right",
      ),
      invited_by: text("Invitert av", "Inbjuden av", "Invited by"),
    },
    subjects: [
      { who: "account holder", column: "person_id", references: "identity.persons.id" },
      { who: "invited person", column: "email" },
      {
        who: "member",
        column: "invited_by",
        references: "kernel.memberships.id",
        erase: { kind: "anonymise", columns: ["invited_by"] },
        sees: ["organisation_id", "invited_by", "created_at"],
      },
    ],
    columns: {
      id: ["technical"],
      organisation_id: ["membership", ...uses],
      name: ["name", ...uses, signIn],
      firm: ["membership", ...uses],
      email: ["contact", ...uses, signIn],
      kind: ["membership", ...uses],
      need: ["note", ...uses],
      activities: ["access-right", ...uses],
      everyone: ["access-right", ...uses],
      begins_at: ["time", ...uses],
      ends_at: ["time", ...uses, signIn],
      ended_at: ["time", ...uses, signIn],
      person_id: ["pseudonym", ...uses, signIn, account],
      signed_version: ["membership", ...uses],
      signed_at: ["time", ...uses],
      refused_at: ["time", ...uses],
      invited_by: ["pseudonym", ...uses],
      created_at: ["time", ...uses],
    },
    // As long as what they read is told of to those whom it was about (disclosures/table.ts).
    keep: {
      kind: "period",
      after: "ends_at",
      days: 3 * 365,
      event: text(
        "rådgiverens tilgang sluttet",
        "rådgivarens åtkomst upphörde",
        "the adviser's access ended",
      ),
    },
    erase: { kind: "delete" },
  }),
  declareTable<AdviserMembers>()({
    table: "kernel.adviser_members",
    title: text(
      "Rådgivere som fikk se opplysninger om deg",
      "Rådgivare som fick se uppgifter om dig",
      "Advisers who were given a look at your data",
    ),
    deskTitle: text(
      "Hvem rådgivere får se opplysninger om",
      "Vilka rådgivare får se uppgifter om",
      "Whose data advisers may see",
    ),
    words: {},
    subjects: [{ who: "member", column: "member_id", references: "kernel.memberships.id" }],
    columns: {
      id: ["technical"],
      organisation_id: ["membership", ...uses],
      adviser_id: ["technical"],
      member_id: ["pseudonym", ...uses],
    },
    keep: { kind: "with", column: "adviser_id", table: "kernel.advisers" },
    erase: { kind: "delete" },
  }),
];
