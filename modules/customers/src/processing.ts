import { declareTable, text } from "@terskel/kernel";
import type { Processing } from "@terskel/kernel";
import { activities } from "./activities.ts";
import { keepDays } from "./keep-times.ts";
import { tableWords } from "./table-words.ts";
import { surveyTables } from "./survey-tables.ts";
import type { Contacts, Deliveries, Mailings } from "./tables.ts";

const keepContacts = "customers.keep-contacts";
const marketing = "customers.marketing";
const surveys = "customers.surveys";
const unsubscribe = "kernel.unsubscribe";
const written = [keepContacts, marketing, surveys] as const;
const mailed = [marketing, surveys] as const;

export const customersProcessing: Processing = {
  module: "customers",
  schemas: ["customers"],
  activities,
  keepers: [
    {
      name: "customers.send-mailing",
      kind: "job",
      what: text(
        "Sender en utsendelse til én kontaktperson om gangen, og spør hver gang databasen om personen har sagt nei.",
        "Skickar ett utskick till en kontaktperson i taget, och frågar varje gång databasen om personen har sagt nej.",
        "Sends a mailing to one contact person at a time, and asks the database each time whether the person has said no.",
      ),
      promises: ["A6", "A8", "A18"],
    },
  ],
  tables: [
    declareTable<Contacts>()({
      table: "customers.contacts",
      kinds: ["operator"],
      ...tableWords.contacts,
      subjects: [{ who: "contact person", column: "email", key: "address_key" }],
      columns: {
        id: ["pseudonym", ...written],
        organisation_id: ["technical"],
        name: ["name", ...written],
        email: ["contact", ...written],
        address_key: ["secret", ...written, unsubscribe],
        position: ["membership", keepContacts],
        company: ["membership", ...written],
        customer_kind: ["membership", ...written],
        language: ["language", ...written],
        source: ["membership", ...written],
        last_contact_at: ["time", keepContacts],
        created_at: ["time", ...written],
      },
      // As the customer relationship itself ends (B15).
      keep: {
        kind: "period",
        after: "last_contact_at",
        days: keepDays,
        event: text(
          "operatøren sist hadde kontakt med deg",
          "operatören senast hade kontakt med dig",
          "the operator was last in contact with you",
        ),
      },
      erase: { kind: "delete" },
    }),
    declareTable<Mailings>()({
      table: "customers.mailings",
      noPersonalData:
        "What the operator wrote to everybody, and how many got it; whom is in customers.deliveries.",
      columns: {
        id: ["technical"],
        organisation_id: ["technical"],
        kind: ["technical"],
        texts: ["technical"],
        state: ["technical"],
        created_at: ["technical"],
        confirmed_at: ["technical"],
        ended_at: ["technical"],
        begun: ["technical"],
        sent: ["technical"],
        failed: ["technical"],
        unsubscribed: ["technical"],
      },
      keep: { kind: "while", lives: "agreement" },
      erase: { kind: "nothing" },
    }),
    declareTable<Deliveries>()({
      table: "customers.deliveries",
      kinds: ["operator"],
      ...tableWords.deliveries,
      subjects: [{ who: "contact person", column: "email", key: "address_key" }],
      columns: {
        id: ["pseudonym", ...mailed, unsubscribe],
        organisation_id: ["technical"],
        mailing_id: ["technical"],
        contact_id: ["pseudonym", ...mailed, unsubscribe],
        email: ["contact", ...mailed, unsubscribe],
        address_key: ["secret", ...mailed, unsubscribe],
        token_hash: ["secret", ...mailed, unsubscribe],
        state: ["disclosure", ...mailed],
        attempts: ["technical"],
        at: ["time", ...mailed],
        answered: ["act", surveys],
        unsubscribed_at: ["rights-request", unsubscribe],
      },
      // As long as the contact may be: every mail that somebody has kept can be unsubscribed by.
      keep: {
        kind: "period",
        after: "at",
        days: keepDays,
        event: text("brevet ble sendt", "brevet skickades", "the letter was sent"),
      },
      erase: { kind: "delete" },
    }),
    ...surveyTables,
  ],
};
