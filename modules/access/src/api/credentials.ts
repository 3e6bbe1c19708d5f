import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { holding } from "@terskel/platform/holds";
import { oneLine } from "@terskel/platform/one-line";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as access from "./columns.ts";
import { createdIn, inOrganisation, instant, namedPerson } from "./words.ts";

const base = "/api/v1/organisations/:organisation" as const;
const administer = { activity: "access.administer-grants", who: "administrator" } as const;
const own = { activity: "access.own-credentials", who: "member" } as const;
const ofPerson = inOrganisation.extend({ person: z.uuid() });
const oneOfPerson = ofPerson.extend({ credential: z.uuid() });

const kind = z.enum(["card", "fob"]);
const held = z.enum([...kind.options, "phone-pass", "pin"]);
/** As printed on it or as a reader types it. */
const number = holding(
  "credential-number",
  z
    .string()
    .trim()
    .regex(/^[0-9A-Fa-f]{4,32}$/),
);

const spelt = (text: string) => text.replaceAll(/[^\da-z]/gi, "").toUpperCase();
/** Would the number be kept after all, in the label? Its leading zeros are the reader's. */
export function tellsNumber({ number, label }: { number: string; label: string }): boolean {
  const whole = spelt(number);
  const short = whole.replace(/^0+/, "");
  return whole !== "" && spelt(label).includes(short.length < 4 ? whole : short);
}

const count = z.number().int();
/** How far a list has got among the organisation's controllers. */
export const told = {
  /** How many of them know it; */
  known: access.controllers("list_known_at", count),
  /** are there and do not know it yet; */
  waiting: access.controllers(["list_known_at", "online"], count),
  /** are away, and learn it when they are back. */
  offline: access.controllers(["list_known_at", "online"], count),
};
const credential = z.object({
  id: access.credentials("id", z.uuid()),
  kind: access.credentials("kind", held),
  /** Empty for a phone pass and a PIN: a person has one. */
  label: access.credentials("label", z.string()),
  createdAt: access.credentials("created_at", instant),
  /** It is lost, and opens nothing at any controller that knows it. */
  blocked: z.object({ at: access.credentials("blocked_at", instant), ...told }).optional(),
});

export const credentials = route({
  ...administer,
  id: "access.credentials",
  method: "GET",
  path: `${base}/people/:person/credentials`,
  summary:
    "A person's cards, fobs, phone pass and PIN, newest first. The number itself is not kept.",
  params: ofPerson,
  query: pageQuery,
  response: pageOf(credential),
});

export const addCredential = route({
  ...administer,
  id: "access.addCredential",
  method: "POST",
  path: `${base}/people/:person/credentials`,
  summary: "Hand out a card or fob. Only a keyed hash of its number is stored.",
  params: ofPerson,
  body: z
    .strictObject({ kind, number, label: oneLine(60) })
    .refine((body) => !tellsNumber(body), { path: ["label"], error: "tells-the-number" }),
  status: 201,
  response: createdIn(access.credentials),
});

export const removeCredential = route({
  ...administer,
  id: "access.removeCredential",
  method: "DELETE",
  path: `${base}/people/:person/credentials/:credential`,
  summary:
    "Take a card, fob, phone pass or PIN back; it opens nothing any more. Whoever opens their pass, or gets a PIN, then has a new one.",
  params: oneOfPerson,
});

export const blockCredential = route({
  ...administer,
  id: "access.blockCredential",
  method: "PUT",
  path: `${base}/people/:person/credentials/:credential/block`,
  summary:
    "Report a card, fob or phone lost, or a PIN known to others: it opens nothing any more, and stays its holder's.",
  params: oneOfPerson,
});

export const unblockCredential = route({
  ...administer,
  id: "access.unblockCredential",
  method: "DELETE",
  path: `${base}/people/:person/credentials/:credential/block`,
  summary: "Report a card, fob or phone found: it opens again what its holder may open.",
  params: oneOfPerson,
});

export const credentialHolder = route({
  ...administer,
  id: "access.credentialHolder",
  method: "POST",
  path: `${base}/credentials/holder`,
  summary:
    "Whose a card or fob is, by its number, which is not kept. There may be two from when one number could be a card's and a fob's.",
  looksUp: true,
  params: inOrganisation,
  body: z.strictObject({ number }),
  response: z.object({ holders: z.array(credential.extend({ person: namedPerson })) }),
});

export const myCredentials = route({
  ...own,
  id: "access.myCredentials",
  method: "GET",
  path: `${base}/me/credentials`,
  summary: "The caller's own cards, fobs, phone pass and PIN, newest first.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(credential),
});

export const blockMyCredential = route({
  ...own,
  id: "access.blockMyCredential",
  method: "PUT",
  path: `${base}/me/credentials/:credential/block`,
  summary:
    "Report one's own card, fob or phone lost, or a PIN known to others: it opens nothing any more. Only an administrator reports it found.",
  params: inOrganisation.extend({ credential: z.uuid() }),
});

export const myPass = route({
  ...own,
  id: "access.myPass",
  method: "POST",
  path: `${base}/me/pass`,
  summary:
    "The caller's phone pass: its codes for the next five minutes, each good for 30 seconds and once at a controller. Made when there is none.",
  params: inOrganisation,
  response: z.object({
    /** What the cloud's clock says, so that the codes come in their time also by a clock that is wrong. */
    at: plain("the time now", instant),
    codes: z.array(
      z.object({
        /** What is shown as a QR code and read at the door. */
        text: access.credentials("number_hash", z.string()),
        from: plain("by the time now", instant),
        until: plain("by the time now", instant),
      }),
    ),
    /** How many controllers know the pass, as of a blocked card. */
    doors: z.object(told),
  }),
});
