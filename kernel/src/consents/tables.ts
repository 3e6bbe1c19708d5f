import { declareTable } from "../declare.ts";
import { consentYears, countDays } from "./activities.ts";
import type { Consents, PageViews } from "../tables.ts";

export const consentTables = [
  declareTable<Consents>()({
    table: "kernel.consents",
    // GDPR Art. 11: the number stands in that browser's cookie only, and nobody is looked for by it. The
    // browser that bears it is shown its record.
    noPersonalData:
      "What a device answered, under a random number that only its own cookie bears; it leads to nobody.",
    columns: {
      id: ["technical"],
      device: ["technical"],
      activity: ["technical"],
      given: ["technical"],
      wording: ["technical"],
      version: ["technical"],
      language: ["technical"],
      how: ["technical"],
      at: ["technical"],
    },
    keep: { kind: "period", after: "at", days: consentYears * 365 },
    erase: { kind: "nothing" },
  }),
  declareTable<PageViews>()({
    table: "kernel.page_views",
    noPersonalData: "How often which page was opened on a day; of nobody.",
    columns: {
      day: ["technical"],
      page: ["technical"],
      language: ["technical"],
      screen: ["technical"],
      views: ["technical"],
      visits: ["technical"],
    },
    keep: { kind: "period", after: "day", days: countDays },
    erase: { kind: "nothing" },
  }),
];
