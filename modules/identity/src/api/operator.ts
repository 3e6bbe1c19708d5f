import * as kernel from "@terskel/kernel/api/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as identity from "./columns.ts";
import { method, name, email, organisationNumber, instant, organisation } from "./words.ts";

export const organisations = route({
  id: "identity.organisations",
  method: "GET",
  path: "/api/v1/operator/organisations",
  activity: "kernel.administer-organisations",
  who: "operator",
  summary: "The organisations on this installation.",
  query: pageQuery,
  response: pageOf(organisation),
});

export const addOrganisation = route({
  id: "identity.addOrganisation",
  method: "POST",
  path: "/api/v1/operator/organisations",
  activity: "kernel.administer-organisations",
  who: "operator",
  summary: "Add an organisation with its first administrator, who signs in by e-mail code or eID.",
  body: z.strictObject({
    name,
    number: organisationNumber,
    country: z.enum(["NO", "SE"]),
    kind: z.enum(["housing", "office", "shop", "employer"]),
    administrator: z.strictObject({ name, email }),
  }),
  status: 201,
  response: z.object({ id: kernel.organisations("id", z.uuid()) }),
});

export const signInAttempts = route({
  id: "identity.signInAttempts",
  method: "GET",
  path: "/api/v1/operator/sign-in-attempts",
  activity: "identity.prevent-misuse",
  who: "operator",
  summary: "Sign-in attempts, newest first: when, how, from which IP address, with which outcome.",
  query: pageQuery.extend({ outcome: z.enum(["accepted", "refused", "limited"]).optional() }),
  response: pageOf(
    z.object({
      id: identity.signInAttempts("id", z.uuid()),
      at: identity.signInAttempts("at", instant),
      method: identity.signInAttempts("method", method),
      outcome: identity.signInAttempts("outcome", z.enum(["accepted", "refused", "limited"])),
      reason: identity.signInAttempts("reason", z.string()),
      ip: identity.signInAttempts("ip", z.string()),
    }),
  ),
});
