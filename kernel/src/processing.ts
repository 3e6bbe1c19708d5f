import { declareTable } from "./declare.ts";
import type { Activity, Processing } from "./declare.ts";
import type { KernelTables, Memberships, Organisations, Sites } from "./tables.ts";

export type { KernelTables };

const activities: readonly Activity[] = [
  {
    id: "kernel.administer-organisations",
    purpose: {
      nb: "Opprette og administrere organisasjonene som bruker tjenesten, med deres første administrator",
      sv: "Skapa och administrera organisationerna som använder tjänsten, med deras första administratör",
      en: "Create and administer the organisations that use the service, with their first administrator",
    },
    basis: "contract",
    role: "processor",
    subjects: ["member"],
    sources: ["the organisation"],
    recipients: ["the operator"],
    promises: ["A10"],
  },
  {
    id: "kernel.set-up",
    purpose: {
      nb: "Sette opp installasjonen: operatøren, dens første administrator og demoens oppdiktede data",
      sv: "Sätta upp installationen: operatören, dess första administratör och demons påhittade data",
      en: "Set the installation up: the operator, its first administrator and the demo's invented data",
    },
    basis: "contract",
    role: "controller",
    subjects: ["operator staff"],
    sources: ["the organisation"],
    recipients: ["the operator"],
    promises: [],
  },
  {
    id: "kernel.publish-declarations",
    purpose: {
      nb: "Vise hva tjenesten gjør med personopplysninger",
      sv: "Visa vad tjänsten gör med personuppgifter",
      en: "Show what the service does with personal data",
    },
    basis: "legal-obligation",
    role: "controller",
    subjects: [],
    sources: [],
    recipients: [],
    promises: ["A4"],
    usesNoColumn: {
      nb: "Viser beskrivelser, ikke opplysninger om noen.",
      sv: "Visar beskrivningar, inte uppgifter om någon.",
      en: "Shows descriptions, not data about anyone.",
    },
  },
  {
    id: "kernel.retention",
    purpose: {
      nb: "Slette opplysninger når tiden deres er ute",
      sv: "Radera uppgifter när deras tid är ute",
      en: "Delete data when its time is up",
    },
    basis: "legal-obligation",
    role: "processor",
    subjects: ["account holder", "member", "invited person", "visitor"],
    sources: [],
    recipients: [],
    promises: ["A13", "C8"],
    usesNoColumn: {
      nb: "Ser bare på tidspunktet som opplysningene skal slettes ved.",
      sv: "Ser bara på tidpunkten då uppgifterna ska raderas.",
      en: "Looks only at the time at which data is to go.",
    },
  },
];

const membershipUses = [
  "kernel.administer-organisations",
  "kernel.set-up",
  "identity.account",
  "identity.administer-people",
  "access.administer-grants",
  "access.import",
] as const;

export const kernelProcessing: Processing = {
  module: "kernel",
  schemas: ["kernel"],
  activities,
  tables: [
    declareTable<Organisations>()({
      table: "kernel.organisations",
      noPersonalData:
        "An organisation's public name and number; an organisation is no natural person.",
      columns: {
        id: ["technical"],
        name: ["technical"],
        number: ["technical"],
        country: ["technical"],
        kind: ["technical"],
        created_at: ["technical"],
      },
      keep: { kind: "while", lives: "agreement" },
      erase: { kind: "nothing" },
    }),
    declareTable<Sites>()({
      table: "kernel.sites",
      noPersonalData: "A building of an organisation, which many people use.",
      columns: {
        id: ["technical"],
        organisation_id: ["technical"],
        name: ["technical"],
        address: ["technical"],
        time_zone: ["technical"],
        created_at: ["technical"],
      },
      keep: { kind: "while", lives: "agreement" },
      erase: { kind: "nothing" },
    }),
    declareTable<Memberships>()({
      table: "kernel.memberships",
      subjects: [
        { who: "member", column: "id" },
        { who: "account holder", column: "person_id", references: "identity.persons.id" },
      ],
      columns: {
        id: [
          "pseudonym",
          ...membershipUses,
          "identity.sign-in",
          "access.invite",
          "access.accept-invitation",
          "access.open-doors",
          "access.run-controllers",
          "access.read-door-log",
        ],
        organisation_id: [
          "membership",
          ...membershipUses,
          "identity.sign-in",
          "access.accept-invitation",
        ],
        person_id: [
          "pseudonym",
          "kernel.set-up",
          "identity.sign-in",
          "identity.account",
          "identity.administer-people",
          "access.accept-invitation",
          "access.import",
        ],
        name: [
          "name",
          ...membershipUses,
          "identity.sign-in",
          "access.invite",
          "access.accept-invitation",
          "access.administer-doors",
          "access.open-doors",
          "access.read-own-log",
          "access.read-door-log",
        ],
        email: ["contact", ...membershipUses, "identity.sign-in", "access.accept-invitation"],
        phone: ["contact", ...membershipUses, "identity.sign-in", "access.accept-invitation"],
        role: ["membership", ...membershipUses, "identity.sign-in", "access.accept-invitation"],
        source: ["membership", ...membershipUses],
        created_at: ["time", "identity.administer-people"],
      },
      keep: { kind: "while", lives: "agreement" },
      erase: { kind: "delete" },
    }),
  ],
};
