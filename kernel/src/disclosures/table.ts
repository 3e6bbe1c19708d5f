import { declareTable } from "../declare.ts";
import { labels } from "../labels.ts";
import type { Disclosures } from "../tables.ts";
import { text } from "../words.ts";

const uses = ["kernel.disclose", "kernel.answer-rights", "kernel.run-privacy-desk"] as const;

/** Who got what about whom. */
export const disclosuresTable = declareTable<Disclosures>()({
  table: "kernel.disclosures",
  title: text(
    "Hvem som har fått opplysninger om deg",
    "Vem som har fått uppgifter om dig",
    "Who got data about you",
  ),
  deskTitle: text("Hvem som har fått opplysninger", "Vem som har fått uppgifter", "Who got data"),
  words: {
    recipient: {
      ...text("Mottaker", "Mottagare", "Recipient"),
      values: {
        "e-mail provider": text("leverandør av e-post", "leverantör av e-post", "e-mail provider"),
        "SMS provider": text("leverandør av SMS", "leverantör av sms", "SMS provider"),
        "another organisation": text(
          "annen organisasjon",
          "annan organisation",
          "another organisation",
        ),
        adviser: text("rådgiver", "rådgivare", "adviser"),
        "receiver of a file": text("fikk en fil", "fick en fil", "got a file"),
      },
    },
    recipient_name: text("Hvem", "Vem", "Who"),
    country: text("Land", "Land", "Country"),
    ground: text("Mottakerens grunnlag", "Mottagarens grund", "The recipient's ground"),
    activity: text("Hva det var til", "Vad det var till", "What it was for"),
    labels: {
      ...text("Opplysninger", "Uppgifter", "Data"),
      values: Object.fromEntries(
        Object.entries(labels).map(([label, { text: words }]) => [label, words]),
      ),
    },
    bounced_at: text("Kom ikke frem", "Kom inte fram", "Did not arrive"),
  },
  subjects: [
    { who: "member", column: "member_id", references: "kernel.memberships.id" },
    { who: "account holder", column: "person_id", references: "identity.persons.id" },
  ],
  columns: {
    id: ["technical"],
    at: ["time", ...uses],
    organisation_id: ["membership", ...uses],
    member_id: ["pseudonym", ...uses],
    person_id: ["pseudonym", ...uses],
    recipient: ["disclosure", ...uses],
    recipient_name: ["disclosure", ...uses],
    country: ["disclosure", ...uses],
    ground: ["disclosure", ...uses],
    activity: ["disclosure", ...uses],
    labels: ["disclosure", ...uses],
    bounced_at: ["time", ...uses],
  },
  // Whoever asks is told who got their data (Art. 15(1)(c); CJEU C-553/07 on how far back), and can claim
  // damages of a recipient for as long (Art. 82).
  keep: {
    kind: "period",
    after: "at",
    days: 3 * 365,
    event: text(
      "opplysningene ble gitt videre",
      "uppgifterna lämnades vidare",
      "the data was passed on",
    ),
  },
  erase: { kind: "delete" },
});
