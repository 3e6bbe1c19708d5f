import { declareTable } from "../declare.ts";
import type { NoticeDetails, NoticeTellings, NoticeVersions } from "../tables.ts";
import { text } from "../words.ts";

const noticeDetailsTable = declareTable<NoticeDetails>()({
  table: "kernel.notice_details",
  noPersonalData:
    "How an organisation is reached, as it publishes it itself: a switchboard, a shared mailbox, a title. An organisation's contact details are no natural person's (GDPR recital 14).",
  columns: {
    organisation_id: ["technical"],
    address: ["technical"],
    email: ["technical"],
    phone: ["technical"],
    privacy_contact: ["technical"],
    privacy_email: ["technical"],
    privacy_phone: ["technical"],
    words: ["technical"],
    updated_at: ["technical"],
  },
  keep: { kind: "while", lives: "agreement" },
  erase: { kind: "nothing" },
});

const noticeVersionsTable = declareTable<NoticeVersions>()({
  table: "kernel.notice_versions",
  noPersonalData: "What an organisation's notice said, from when on; of nobody.",
  columns: {
    id: ["technical"],
    organisation_id: ["technical"],
    number: ["technical"],
    made_at: ["technical"],
    facts: ["technical"],
    pages: ["technical"],
    digest: ["technical"],
    activities: ["technical"],
    changes: ["technical"],
    material: ["technical"],
    announced_at: ["technical"],
    told_at: ["technical"],
    in_force_at: ["technical"],
    superseded_at: ["technical"],
    keeps: ["technical"],
    grounds: ["technical"],
  },
  keep: { kind: "while", lives: "agreement" },
  erase: { kind: "nothing" },
});

const telling = [
  "kernel.tell-notice",
  "kernel.run-privacy-desk",
  "identity.administer-people",
] as const;

const noticeTellingsTable = declareTable<NoticeTellings>()({
  table: "kernel.notice_tellings",
  title: text(
    "Det du er fortalt om personvernerklæringen",
    "Det du har fått veta om integritetspolicyn",
    "What you were told of the privacy notice",
  ),
  deskTitle: text(
    "Hvem som er fortalt om personvernerklæringen",
    "Vem som har fått veta om integritetspolicyn",
    "Who was told of the privacy notice",
  ),
  words: {
    version_id: text("Versjon", "Version", "Version"),
    how: {
      ...text("Hvordan", "Hur", "How"),
      values: {
        email: text("e-post", "e-post", "e-mail"),
        sms: text("SMS", "sms", "SMS"),
        telephone: text("telefon", "telefon", "telephone"),
        counter: text("personlig", "personligen", "in person"),
        unreachable: text("ingen adresse", "ingen adress", "no address"),
      },
    },
    state: {
      ...text("Utfall", "Utfall", "Outcome"),
      values: {
        told: text("fortalt", "meddelad", "told"),
        failed: text("kom ikke fram", "kom inte fram", "did not get through"),
        bounced: text("kom i retur", "kom i retur", "came back"),
        unreachable: text("kan ikke nås", "kan inte nås", "cannot be reached"),
      },
    },
    told_by: text("Av", "Av", "By"),
  },
  subjects: [
    { who: "member", column: "member_id", references: "kernel.memberships.id" },
    { who: "account holder", column: "person_id", references: "identity.persons.id" },
    {
      who: "member",
      column: "told_by",
      references: "kernel.memberships.id",
      erase: { kind: "anonymise", columns: ["told_by"] },
      sees: ["organisation_id", "told_by", "how", "at"],
    },
  ],
  columns: {
    id: ["technical"],
    organisation_id: ["membership", ...telling],
    version_id: ["rights-request", ...telling],
    member_id: ["pseudonym", ...telling],
    person_id: ["pseudonym", ...telling],
    how: ["rights-request", ...telling],
    state: ["rights-request", ...telling],
    attempts: ["technical"],
    at: ["time", ...telling],
    told_by: ["pseudonym", ...telling],
  },
  // The proof that somebody was told goes with the person whom it is about.
  keep: { kind: "with", column: "member_id", table: "kernel.memberships" },
  erase: { kind: "delete" },
});

export const noticeTables = [noticeDetailsTable, noticeVersionsTable, noticeTellingsTable];
