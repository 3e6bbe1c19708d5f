import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import { instant } from "./words.ts";

// Invented persons and their messages: about nobody.
export const testPersons = route({
  id: "identity.testPersons",
  method: "GET",
  path: "/api/v1/demo/persons",
  activity: "identity.sign-in",
  who: "anyone",
  summary: "The invented persons one can sign in as. Only in the demo.",
  response: z.object({
    items: z.array(
      z.object({
        key: plain(z.string()),
        name: plain(z.string()),
        about: plain(z.object({ nb: z.string(), sv: z.string(), en: z.string() })),
        email: plain(z.string()).optional(),
        phone: plain(z.string()).optional(),
        organisationNumber: plain(z.string()).optional(),
      }),
    ),
  }),
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
    z.object({
      id: plain(z.string()),
      at: plain(instant),
      channel: plain(z.enum(["email", "sms"])),
      to: plain(z.string()),
      subject: plain(z.string()).optional(),
      text: plain(z.string()),
    }),
  ),
});
