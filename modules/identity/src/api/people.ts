import * as kernel from "@terskel/kernel/api/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import { name, email, phone, instant, role, inOrganisation } from "./words.ts";

export const person = z.object({
  /** The membership's id: the person as this organisation knows them. */
  id: kernel.memberships("id", z.uuid()),
  name: kernel.memberships("name", z.string()),
  email: kernel.memberships("email", z.string()).optional(),
  phone: kernel.memberships("phone", z.string()).optional(),
  role: kernel.memberships("role", role),
  /** Answers the organisation's rights requests, beside its administrators. */
  privacyOfficer: kernel.memberships("privacy_officer", z.boolean()),
  source: kernel.memberships(
    "source",
    z.enum(["import", "invitation", "administrator", "operator"]),
  ),
  /** Has the person signed in and so taken the account over? */
  claimed: kernel.memberships("person_id", z.boolean()),
  createdAt: kernel.memberships("created_at", instant),
});

export const people = route({
  id: "identity.people",
  method: "GET",
  path: "/api/v1/organisations/:organisation/people",
  activity: "identity.administer-people",
  who: "administrator",
  summary: "The organisation's people, by name; `search` matches name, e-mail or telephone.",
  params: inOrganisation,
  query: pageQuery.extend({ search: z.string().trim().max(100).optional() }),
  response: pageOf(person),
});

export const onePerson = route({
  id: "identity.person",
  method: "GET",
  path: "/api/v1/organisations/:organisation/people/:person",
  activity: "identity.administer-people",
  who: "administrator",
  summary: "One of the organisation's people.",
  params: inOrganisation.extend({ person: z.uuid() }),
  response: person,
});

const personBody = z.strictObject({
  name,
  email: email.optional(),
  phone: phone.optional(),
  role: role.default("member"),
});

export const addPerson = route({
  id: "identity.addPerson",
  method: "POST",
  path: "/api/v1/organisations/:organisation/people",
  activity: "identity.administer-people",
  who: "administrator",
  summary: "Add a person to the organisation.",
  params: inOrganisation,
  body: personBody,
  status: 201,
  response: z.object({ id: kernel.memberships("id", z.uuid()) }),
});

export const changePerson = route({
  id: "identity.changePerson",
  method: "PATCH",
  path: "/api/v1/organisations/:organisation/people/:person",
  activity: "identity.administer-people",
  who: "administrator",
  summary:
    "Correct a person's details or role, or make them a privacy officer. Contact details that the person has verified are theirs to change.",
  params: inOrganisation.extend({ person: z.uuid() }),
  body: z.strictObject({
    name: name.optional(),
    email: email.nullable().optional(),
    phone: phone.nullable().optional(),
    role: role.optional(),
    privacyOfficer: z.boolean().optional(),
  }),
});

export const removePerson = route({
  id: "identity.removePerson",
  method: "DELETE",
  path: "/api/v1/organisations/:organisation/people/:person",
  activity: "identity.administer-people",
  who: "administrator",
  summary: "Remove a person from the organisation, with every access they had there.",
  params: inOrganisation.extend({ person: z.uuid() }),
});
