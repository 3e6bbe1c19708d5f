import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import { instant } from "./words.ts";

export const testPersons = route({
  id: "identity.testPersons",
  method: "GET",
  path: "/api/v1/demo/persons",
  activity: "identity.sign-in",
  who: "anyone",
  summary: "The invented persons one can sign in as. Only in the demo.",
  response: plain(
    "Invented persons.",
    z.object({
      items: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          about: z.object({ nb: z.string(), sv: z.string(), en: z.string() }),
          email: z.string().optional(),
          phone: z.string().optional(),
          organisationNumber: z.string().optional(),
        }),
      ),
    }),
  ),
});

export const outbox = route({
  id: "identity.outbox",
  method: "GET",
  path: "/api/v1/demo/outbox",
  activity: "identity.sign-in",
  who: "anyone",
  summary: "The e-mail and SMS messages this demo has sent, newest first. Only in the demo.",
  query: pageQuery,
  response: pageOf(
    plain(
      "Only in the demo, whose persons are invented.",
      z.object({
        id: z.string(),
        at: instant,
        channel: z.enum(["email", "sms"]),
        to: z.string(),
        subject: z.string().optional(),
        text: z.string(),
      }),
    ),
  ),
});
