import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as kernel from "./columns.ts";
import { instant, text } from "./requests.ts";

const common = { activity: "kernel.keep-consents", who: "anyone" } as const;
const declared = <T extends z.ZodType>(field: T) => plain("What is declared.", field);
const ofDevice = <T extends z.ZodType>(field: T) =>
  plain("What this browser's own cookie and headers say.", field);
const version = z.string().max(40);
/** Where it was answered: when first asked, on the page of choices, or at a page's foot. */
const how = z.enum(["banner", "page", "foot"]);

export const choices = route({
  ...common,
  id: "kernel.choices",
  method: "GET",
  path: "/api/v1/privacy/choices",
  summary:
    "For what consent is asked, what this browser answered, and what the product keeps on devices.",
  response: z.object({
    /** The browser sends Global Privacy Control: whatever is asked, the answer is no. */
    signal: ofDevice(z.boolean()),
    asked: z.array(
      z.object({
        activity: declared(z.string()),
        purpose: text,
        wording: text,
        version: declared(version),
        /** Absent: not answered yet. */
        answer: ofDevice(z.enum(["yes", "no"])).optional(),
      }),
    ),
    stored: z.array(
      z.object({
        name: declared(z.string()),
        where: declared(z.enum(["cookie", "local storage", "session storage"])),
        category: declared(z.enum(["necessary", "functional", "analytics", "marketing"])),
        purpose: text,
        /** Seconds, or until when. */
        lasts: declared(z.union([z.number().int(), z.enum(["visit", "removed"])])),
        /** The activity for which it needs consent. */
        consent: declared(z.string()).optional(),
      }),
    ),
  }),
});

export const choose = route({
  ...common,
  id: "kernel.choose",
  method: "PUT",
  path: "/api/v1/privacy/choices",
  summary:
    "Gives or withdraws a consent for this browser. A yes, and what follows it, is kept as proof; a no alone is kept in its cookie only.",
  body: z.strictObject({
    activity: z.string().max(100),
    /** Of the words that were read. */
    version,
    given: z.boolean(),
    how,
  }),
});

export const choiceRecord = route({
  ...common,
  id: "kernel.choiceRecord",
  method: "GET",
  path: "/api/v1/privacy/choices/record",
  summary: "What is on record of this browser's consents, newest first.",
  query: pageQuery,
  response: pageOf(
    z.object({
      id: kernel.consents("id", z.uuid()),
      at: kernel.consents("at", instant),
      given: kernel.consents("given", z.boolean()),
      wording: kernel.consents("wording", z.string()),
      language: kernel.consents("language", z.enum(["nb", "sv", "en"])),
      how: kernel.consents("how", how),
    }),
  ),
});

/** The parts of the portal, and no address: an address can name somebody. */
export const pages = [
  "doors",
  "log",
  "profile",
  "privacy",
  "manage",
  "operator",
  "sign-in",
  "invitation",
  "other",
] as const;

export const countView = route({
  id: "kernel.countView",
  method: "POST",
  path: "/api/v1/privacy/page-views",
  activity: "kernel.measure-use",
  who: "anyone",
  summary: "Counts that a page was opened; only from a browser that allowed it.",
  body: z.strictObject({
    page: z.enum(pages),
    screen: z.enum(["narrow", "wide"]),
    /** This device's first page of the day. */
    first: z.boolean(),
  }),
});

export const pageViews = route({
  id: "kernel.pageViews",
  method: "GET",
  path: "/api/v1/operator/page-views",
  activity: "kernel.measure-use",
  who: "operator",
  summary: "How often pages were opened, a day and page an item, newest first.",
  query: pageQuery,
  response: pageOf(
    z.object({
      day: kernel.pageViews("day", z.iso.date()),
      page: kernel.pageViews("page", z.enum(pages)),
      views: kernel.pageViews("views", z.number().int()),
      visits: kernel.pageViews("visits", z.number().int()),
      /** Of the views, those on a narrow screen. */
      narrow: kernel.pageViews(["screen", "views"], z.number().int()),
    }),
  ),
});
