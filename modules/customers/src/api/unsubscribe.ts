import * as kernel from "@terskel/kernel/api/columns";
import { route } from "@terskel/platform/contract";
import { holding } from "@terskel/platform/holds";
import { z } from "zod";
import * as customers from "./columns.ts";

const common = { activity: "kernel.unsubscribe", who: "anyone", method: "POST" } as const;
const body = z.strictObject({ token: holding("token", z.string().min(20).max(200)) });
const response = z.object({
  operator: kernel.organisations("name", z.string()),
  unsubscribed: customers.deliveries("unsubscribed_at", z.boolean()),
});

export const readUnsubscribe = route({
  ...common,
  id: "customers.readUnsubscribe",
  path: "/api/v1/unsubscribe/read",
  summary: "Whose mail a link stood in, and whether it has been unsubscribed by. Changes nothing.",
  body,
  response,
});

export const unsubscribe = route({
  ...common,
  id: "customers.unsubscribe",
  path: "/api/v1/unsubscribe",
  summary:
    "Object to direct marketing, for whoever holds the link of a mail: it ends at once and everywhere. Said twice it is the same.",
  body,
  response,
});
