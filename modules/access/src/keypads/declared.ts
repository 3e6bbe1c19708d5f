import { kinds } from "../grounds.ts";
import { declareTable, text } from "@terskel/kernel";
import { keepTimes } from "../keep-times.ts";
import type { CodeDoors, Codes } from "../tables.ts";
import { memberIn } from "../uses.ts";

const own = "access.own-credentials";
const run = "access.run-controllers";
/** Whoever administers a door sees who has given a code for it, and stops it there. */
const administer = "access.administer-grants";
const giver = memberIn("given_by");
const givenBy = text("Gitt av", "Given av", "Given by");

export const keypadTables = [
  declareTable<Codes>()({
    table: "access.codes",
    kinds,
    title: text(
      "Koder du har gitt til noen",
      "Koder som du har gett till någon",
      "Codes that you have given somebody",
    ),
    deskTitle: text("Koder gitt til noen", "Koder givna till någon", "Codes given to somebody"),
    words: {
      given_by: givenBy,
      name: text("Til", "Till", "For"),
      number_hash: text("Kode", "Kod", "Code"),
      once: text("Bare én gang", "Bara en gång", "Once only"),
      valid_from: text("Fra", "Från", "From"),
      valid_until: text("Til", "Till", "Until"),
      used_at: text("Brukt sist", "Använd senast", "Used last"),
      withdrawn_at: text("Trukket tilbake", "Återkallad", "Withdrawn"),
      expires_at: text("Slettes", "Raderas", "Deleted"),
    },
    subjects: [giver],
    columns: {
      id: ["pseudonym", own, run, administer],
      organisation_id: ["membership", own, run, administer],
      given_by: ["pseudonym", own, run, administer],
      // Who it is for, in the giver's own words.
      name: ["note", own],
      number_hash: ["credential", own, run],
      once: ["access-right", own, run, administer],
      valid_from: ["access-right", own, run, administer],
      valid_until: ["access-right", own, run, administer],
      created_at: ["time", own, administer],
      used_at: ["access-history", own, run, administer],
      withdrawn_at: ["time", own, run, administer],
      expires_at: ["time", own, administer],
    },
    keep: { kind: "until", column: "expires_at", set: keepTimes.codes },
    erase: { kind: "delete" },
  }),
  declareTable<CodeDoors>()({
    table: "access.code_doors",
    title: text(
      "Dører som kodene dine åpner",
      "Dörrar som dina koder öppnar",
      "Doors that your codes open",
    ),
    deskTitle: text(
      "Dører som kodene åpner",
      "Dörrar som koderna öppnar",
      "Doors that the codes open",
    ),
    words: {
      code_id: text("Kode", "Kod", "Code"),
      door_id: text("Dør", "Dörr", "Door"),
      given_by: givenBy,
    },
    subjects: [giver],
    columns: {
      code_id: ["pseudonym", own, run, administer],
      organisation_id: ["membership", own, run, administer],
      door_id: ["access-right", own, run, administer],
      given_by: ["pseudonym", own, run, administer],
    },
    keep: { kind: "with", column: "code_id", table: "access.codes" },
    erase: { kind: "delete" },
  }),
];
