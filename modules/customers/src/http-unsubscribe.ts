import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as api from "./api/unsubscribe.ts";
import type { CustomersPorts } from "./ports.ts";
import { readLink, unsubscribeBy } from "./unsubscribe.ts";

/** For whoever holds the link of a mail, without signing in. What a mail scanner fetches changes nothing. */
export const unsubscribeRoutes = (ports: CustomersPorts): Route[] => [
  handle(api.readUnsubscribe, async ({ body }) => await readLink(ports, body.token)),
  handle(api.unsubscribe, async ({ body }) => await unsubscribeBy(ports, body.token)),
];
