import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import { grantRole, inOrganisation, instant, lockState, named, zoned } from "./words.ts";

const base = "/api/v1/organisations/:organisation" as const;

/**
 * A passage in the log (C4). `outcome` "unanswered": the door did not answer in time; "lost": passages that
 * the door's controller had no room to keep, counted in `lost`, the last of them `at`.
 */
export const passage = z.object({
  id: z.uuid(),
  /** When it happened, by the door's clock. */
  at: instant,
  /** When the cloud got to know it. */
  receivedAt: instant,
  door: zoned,
  /** Absent for an unknown credential, and once the person is gone. */
  person: named.optional(),
  credential: z.string(),
  outcome: z.enum(["opened", "refused", "unanswered", "lost"]),
  /** A reason code of the access decision. */
  reason: z.string(),
  /** When it goes: its door's interval after it happened (C5). */
  keptUntil: instant,
  lost: z
    .object({ since: instant, opened: z.number().int(), refused: z.number().int() })
    .optional(),
});

export const myDoors = route({
  id: "access.myDoors",
  method: "GET",
  path: `${base}/me/doors`,
  activity: "access.open-doors",
  who: "member",
  summary:
    "The doors the caller has access to, with role, start and end (C6), and whether each can open now.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(
    z.object({
      id: z.uuid(),
      name: z.string(),
      site: zoned,
      lock: lockState,
      online: z.boolean(),
      openable: z.boolean(),
      openSeconds: z.number().int(),
      /** How many days its log is kept. */
      logDays: z.number().int(),
      grants: z.array(
        z.object({
          role: grantRole,
          via: z.string().optional(),
          validFrom: instant.optional(),
          validUntil: instant.optional(),
        }),
      ),
    }),
  ),
});

export const openDoor = route({
  id: "access.openDoor",
  method: "POST",
  path: `${base}/doors/:door/open`,
  activity: "access.open-doors",
  who: "member",
  summary:
    "Open a door. Answers within 3 seconds: opened, refused with a reason code, or unanswered.",
  params: inOrganisation.extend({ door: z.uuid() }),
  body: z.strictObject({
    /** Chosen by the caller: the same id sent again opens nothing again. */
    request: z.uuid(),
  }),
  response: z.object({
    passage: z.uuid(),
    outcome: z.enum(["opened", "refused", "unanswered"]),
    reason: z.string(),
    openSeconds: z.number().int().optional(),
  }),
});

export const myPassages = route({
  id: "access.myPassages",
  method: "GET",
  path: `${base}/me/passages`,
  activity: "access.read-own-log",
  who: "member",
  summary: "The caller's own passages, newest first.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(passage),
});

export const passages = route({
  id: "access.passages",
  method: "GET",
  path: `${base}/passages`,
  activity: "access.read-door-log",
  who: "member",
  summary: "The log of the doors the caller administers, newest first; optionally of one door.",
  params: inOrganisation,
  query: pageQuery.extend({ door: z.uuid().optional() }),
  response: pageOf(passage),
});

/** One for all organisations: over HTTP/1.1 a browser has six connections to a server, for all its tabs. */
export const livePassages = route({
  id: "access.livePassages",
  method: "GET",
  path: "/api/v1/me/live",
  activity: "access.read-door-log",
  who: "person",
  summary:
    "Server-sent events of all organisations the caller belongs to when it begins: `passage` for each new passage the caller may see (own, or of doors they administer), `lock` when the lock or the connection of a door the caller has access to changes.",
  stream: "sse",
  response: z.discriminatedUnion("event", [
    z.object({ event: z.literal("passage"), organisation: z.uuid(), passage }),
    z.object({
      event: z.literal("lock"),
      organisation: z.uuid(),
      door: z.uuid(),
      lock: lockState,
      online: z.boolean(),
    }),
  ]),
});
