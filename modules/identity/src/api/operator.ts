import { column } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
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
  response: z.object({ id: column("kernel.organisations.id", z.uuid()) }),
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
      id: column("identity.sign_in_attempts.id", z.uuid()),
      at: column("identity.sign_in_attempts.at", instant),
      method: column("identity.sign_in_attempts.method", method),
      outcome: column(
        "identity.sign_in_attempts.outcome",
        z.enum(["accepted", "refused", "limited"]),
      ),
      reason: column("identity.sign_in_attempts.reason", z.string()),
      ip: column("identity.sign_in_attempts.ip", z.string()),
    }),
  ),
});
